package org.tongban.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

final class JsonConfigurationTest {

    record Told(Instant at) {}

    private final ApplicationContextRunner application = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(JacksonAutoConfiguration.class, JsonConfiguration.class));

    @Test
    void theApplicationsMapperFollowsTheRules() {
        application.run(context -> {
            JsonMapper mapper = context.getBean(JsonMapper.class);

            assertThat(mapper.writeValueAsString(new Told(Instant.EPOCH)))
                    .isEqualTo("{\"at\":\"1970-01-01T00:00:00.000Z\"}");
            assertThatThrownBy(() -> mapper.readValue("{\"other\": 1}", Told.class))
                    .isInstanceOf(JacksonException.class);
            assertThatThrownBy(() -> mapper.readValue("{\"at\": null, \"at\": null}", Told.class))
                    .isInstanceOf(JacksonException.class);
        });
    }

    @Test
    void noPropertyBendsTheRules() {
        application
                .withPropertyValues(
                        "spring.jackson.deserialization.fail-on-unknown-properties=false",
                        "spring.jackson.default-property-inclusion=non-null")
                .run(context -> {
                    JsonMapper mapper = context.getBean(JsonMapper.class);

                    assertThatThrownBy(() -> mapper.readValue("{\"other\": 1}", Told.class))
                            .isInstanceOf(JacksonException.class);
                    assertThat(mapper.writeValueAsString(java.util.Collections.singletonMap("a", null)))
                            .isEqualTo("{\"a\":null}");
                });
    }
}
