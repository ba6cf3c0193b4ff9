package org.tongban.local.place;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class InstancesTest {
    @TempDir
    private Path home;

    @Test
    void aServiceHasOneInstanceUnlessMoreAreAskedFor() {
        Instances instances = asked("application=2, tracking=2");

        assertThat(instances.of("application")).containsExactly("application", "application-2");
        assertThat(instances.of("catalog")).containsExactly("catalog");
        assertThat(instances.addresses("tracking")).isEqualTo("http://127.0.0.1:8084,http://127.0.0.1:8104");
        assertThat(instances.addresses("catalog")).isEqualTo("http://127.0.0.1:8082");
    }

    @Test
    void whatUpWasToldHoldsUntilDown() {
        asked("catalog=2").remember();

        assertThat(new Instances(place(Map.of())).of("catalog")).containsExactly("catalog", "catalog-2");

        new Instances(place(Map.of())).forget();
        assertThat(new Instances(place(Map.of())).of("catalog")).containsExactly("catalog");
    }

    @Test
    void moreThanThereArePortsForIsRefused() {
        assertThatThrownBy(() -> asked("tracking=3"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("no port tracking-3");
        assertThatThrownBy(() -> asked("two of tracking"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("application=2 is wanted");
    }

    private Instances asked(String setting) {
        return new Instances(place(Map.of("TONGBAN_INSTANCES", setting)));
    }

    private Place place(Map<String, String> settings) {
        Map<String, String> environment = new HashMap<>(settings);
        environment.put("TONGBAN_HOME", home.toString());
        return Place.of(environment);
    }
}
