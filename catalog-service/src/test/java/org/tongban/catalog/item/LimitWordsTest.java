package org.tongban.catalog.item;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalog.RealData;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** What a limit's note says of those that cannot be done on the spot. */
class LimitWordsTest {
    @Test
    void theNotesOfTheRealRegistrationsSayWhatCountsOtherwise() {
        List<Item> told = RealData.items().values().stream()
                .map(real -> real.item())
                .filter(item -> item.limits().statutory() != null
                        && item.limits().statutory().otherwise() != null)
                .toList();

        assertThat(told).hasSize(7).allSatisfy(item -> {
            Limit.Otherwise other = Objects.requireNonNull(
                    Objects.requireNonNull(item.limits().statutory()).otherwise());
            assertThat(other.n()).isEqualByComparingTo(BigDecimal.valueOf(3));
            assertThat(other.unit()).isEqualTo("工作日");
            assertThat(other.note()).isEqualTo("不能当场登记的");
        });
        assertThat(told).extracting(Item::id).contains("mr-individual-establish", "mr-company-change");
        assertThat(RealData.items().values())
                .extracting(real -> real.item().limits().promised())
                .filteredOn(Objects::nonNull)
                .allSatisfy(limit -> assertThat(limit.otherwise()).isNull());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "网上预审3个工作日；派出所收到材料原件后当场办理",
                "不能当场登记的，报上级批准",
                "不能当场登记的，3个工作日内登记；情形复杂的延长3个工作日",
                "不能当场登记的，0个工作日内登记",
                "除不能当场登记的，3个工作日内登记"
            })
    void anyOtherSentenceSaysNothing(String note) {
        assertThat(otherwise(0, "当场", note)).isNull();
    }

    @Test
    void onlyALimitOnTheSpotHasAnother() {
        assertThat(otherwise(0, "即时", "不能即时办结的,5日内办结")).isNotNull();
        assertThat(otherwise(10, "工作日", "不能当场登记的，3个工作日内登记")).isNull();
    }

    private static Limit.@Nullable Otherwise otherwise(int n, String unit, String note) {
        ObjectNode limits = Json.mapper().createObjectNode();
        limits.putObject("statutory").put("n", n).put("unit", unit).put("note", note);
        return Objects.requireNonNull(LimitReader.limits(new Fields(limits)).statutory())
                .otherwise();
    }
}
