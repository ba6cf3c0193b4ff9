package org.tongban.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.platform.json.Json;

/** Which guide takes the place of which. */
class HandlingTest {
    private static final String NO_MORE = "\"notes\": []";

    @Test
    void aRealLocalGuideOverridesTheNationalOneOfTheSameNameAndDepartment() {
        assertThat(overrides("fs-public-gathering-check-quyang", "fs-public-gathering-check"))
                .isTrue();
        assertThat(overrides("cm-drain-permit-zhongmu", "cm-drain-permit")).isTrue();
        assertThat(overrides("fs-public-gathering-check", "fs-public-gathering-check-quyang"))
                .isFalse();
    }

    @Test
    void noOtherRealGuideOverridesAnyOther() {
        long pairs = RealData.items().values().stream()
                .flatMap(local -> RealData.items().values().stream()
                        .filter(other -> Handling.overrides(local.item(), other.item())))
                .count();

        assertThat(pairs).isEqualTo(2);
    }

    @Test
    void whatAGuideNamesDecidesAlone() {
        Item named = guide("a", "130634", "名", "\"overrides\": \"n\"");

        assertThat(Handling.overrides(named, guide("n", null, "别名", NO_MORE))).isTrue();
        assertThat(Handling.overrides(named, guide("m", null, "名", NO_MORE))).isFalse();
        assertThat(Handling.overrides(named, guide("c", "130600", "别名", "\"overrides\": \"n\"")))
                .as("the city overrides the same national one")
                .isTrue();
    }

    @Test
    void theCodeOfTheHandlingItemDecidesBeforeTheName() {
        Item county = guide("a", "440981", "甲", code("11440981MB2D246657444011202800001"));

        assertThat(Handling.overrides(county, guide("n", null, "乙", code("44011202800001"))))
                .isTrue();
        assertThat(Handling.overrides(county, guide("n", null, "甲", code("44011202800002"))))
                .as("several handling items share one basic code")
                .isFalse();
        assertThat(Handling.overrides(county, guide("n", null, "甲", NO_MORE))).isTrue();
    }

    @Test
    void theNearerGuideWins() {
        Item county = guide("a", "130634", "名", NO_MORE);
        Item city = guide("b", "130600", "名", NO_MORE);
        Item province = guide("c", "130000", "名", NO_MORE);

        assertThat(Handling.overrides(county, city)).isTrue();
        assertThat(Handling.overrides(city, province)).isTrue();
        assertThat(Handling.overrides(province, county)).isFalse();
        assertThat(Handling.overrides(county, county)).isFalse();
    }

    private static boolean overrides(String local, String other) {
        return Handling.overrides(real(local), real(other));
    }

    private static Item real(String id) {
        return Objects.requireNonNull(RealData.items().get(id)).item();
    }

    private static String code(String code) {
        return "\"codes\": {\"businessItemCode\": \"" + code + "\"}";
    }

    private static Item guide(String id, @Nullable String division, String name, String rest) {
        String place = division == null
                ? "\"scope\": \"national\""
                : "\"scope\": \"local\", \"division\": {\"code\": \"" + division + "\", \"name\": \"某地\"}";
        return ItemReader.read(Json.mapper()
                .readTree("{\"id\": \"" + id + "\", \"name\": \"" + name + "\", \"department\": \"部门\", " + place + ", "
                        + rest + "}"));
    }
}
