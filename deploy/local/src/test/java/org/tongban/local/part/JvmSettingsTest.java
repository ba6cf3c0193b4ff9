package org.tongban.local.part;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

final class JvmSettingsTest {

    @Test
    void theFirstCompilerIsAllThereIsUnlessSomebodyAsksForBoth() {
        assertThat(told(Map.of()).all("application", "256m")).contains("-XX:TieredStopAtLevel=1", "-Xmx256m");
        assertThat(told(Map.of("TONGBAN_JIT", "full")).all("application", "256m"))
                .doesNotContain("-XX:TieredStopAtLevel=1");
        assertThatThrownBy(() -> told(Map.of("TONGBAN_JIT", "c2")).compiling())
                .isInstanceOf(Refused.class)
                .hasMessageContaining("c1 or full");
    }

    @Test
    void aSecondInstanceHasTheHeapOfTheFirstUnlessToldOtherwise() {
        assertThat(told(Map.of("TONGBAN_HEAP_APPLICATION", "1g")).heap("application-2", "256m"))
                .isEqualTo("-Xmx1g");
        assertThat(told(Map.of("TONGBAN_HEAP_APPLICATION", "1g", "TONGBAN_HEAP_APPLICATION_2", "96m"))
                        .heap("application-2", "256m"))
                .isEqualTo("-Xmx96m");
    }

    @ParameterizedTest
    @ValueSource(strings = {"256", "much", "32m", "-1m", "1t"})
    void aHeapThatIsNoSizeOrTooSmallIsRefused(String heap) {
        assertThatThrownBy(() -> told(Map.of("TONGBAN_HEAP_STORE", heap)).heap("store", "512m"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("\"" + heap + "\"")
                .hasMessageContaining("256m");
    }

    private static JvmSettings told(Map<String, String> settings) {
        return new JvmSettings(Place.of(settings));
    }
}
