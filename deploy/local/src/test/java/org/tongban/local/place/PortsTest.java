package org.tongban.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PortsTest {
    @TempDir
    private Path folder;

    @Test
    void oneVariableMovesEveryPort() {
        Place still = Place.of(Map.of());
        Place moved = Place.of(Map.of("TONGBAN_PORT_OFFSET", "1000"));

        assertThat(moved.ports().of("gateway")).isEqualTo(still.ports().of("gateway") + 1000);
        assertThat(moved.ports().of("store")).isEqualTo(still.ports().of("store") + 1000);
        assertThat(moved.base()).isEqualTo("http://localhost:9080");
    }

    @Test
    void anOffsetThatIsNoNumberOrLeavesThePortsIsRefusedInOneSentence() {
        assertThatThrownBy(() -> Place.of(Map.of("TONGBAN_PORT_OFFSET", "many")))
                .isInstanceOf(Refused.class)
                .hasMessage("TONGBAN_PORT_OFFSET is \"many\", which is not a whole number.");
        assertThatThrownBy(() -> Place.of(Map.of("TONGBAN_PORT_OFFSET", "60000")))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("which is not a port");
    }

    @Test
    void twoStacksOfOneMachineHaveNoPortInCommon() {
        Place one = Place.temporary(folder.resolve("one"));
        Place other = Place.temporary(folder.resolve("other"), Map.of());

        assertThat(one.ports().all()).allMatch(FreePorts::isFree);
        assertThat(one.home()).isNotEqualTo(other.home());
        assertThat(one.cache()).isEqualTo(other.cache());
    }
}
