package org.tongban.platform.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.code.InvalidTrackingCode;
import org.tongban.platform.code.TrackingCode;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.exc.InvalidFormatException;

final class JsonTest {

    enum Light {
        GREEN,
        RED;

        @Override
        public String toString() {
            return "shown to people";
        }
    }

    record Sample(
            @Nullable String text,
            @Nullable Integer number,
            @Nullable BigDecimal decimal,
            @Nullable Boolean flag,
            @Nullable Light light,
            @Nullable Instant at,
            @Nullable LocalDate day,
            @Nullable TrackingCode code,
            @Nullable List<String> list) {}

    record Counted(int count) {}

    record Written(
            @Nullable String zulu,
            Instant at,
            LocalDate day,
            Duration lasts,
            Light light,
            TrackingCode code,
            Money fee,
            Optional<String> absent,
            Map<String, @Nullable String> answers) {}

    @Test
    void everythingIsWrittenInOnePlainForm() {
        Map<String, @Nullable String> answers = new java.util.TreeMap<>();
        answers.put("open", null);
        Written value = new Written(
                null,
                Instant.parse("2026-11-22T02:11:09Z"),
                LocalDate.parse("2026-12-04"),
                Duration.ofDays(1),
                Light.RED,
                new TrackingCode("100000000000000V"),
                Money.cny("120"),
                Optional.empty(),
                answers);

        assertThat(Json.mapper().writeValueAsString(value))
                .isEqualTo(
                        "{\"zulu\":null,\"at\":\"2026-11-22T02:11:09.000Z\",\"day\":\"2026-12-04\",\"lasts\":\"PT24H\","
                                + "\"light\":\"RED\",\"code\":\"1000-0000-0000-000V\","
                                + "\"fee\":{\"amount\":\"120.00\",\"currency\":\"CNY\"},\"absent\":null,"
                                + "\"answers\":{\"open\":null}}");
    }

    @Test
    void whatIsWrittenIsReadBack() {
        Sample sample = new Sample(
                "",
                7,
                new BigDecimal("1.10"),
                true,
                Light.GREEN,
                Instant.parse("2026-11-22T02:11:09.123Z"),
                LocalDate.parse("2026-12-04"),
                new TrackingCode("100000000000000V"),
                List.of("a"));

        String json = Json.mapper().writeValueAsString(sample);

        assertThat(Json.mapper().readValue(json, Sample.class)).isEqualTo(sample);
    }

    @Test
    void whatIsLeftOutOrNullIsNull() {
        Sample nothing = new Sample(null, null, null, null, null, null, null, null, null);

        assertThat(Json.mapper().readValue("{}", Sample.class)).isEqualTo(nothing);
        assertThat(Json.mapper().readValue("{\"at\": null, \"code\": null, \"light\": null}", Sample.class))
                .isEqualTo(nothing);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"unknown\": 1}",
                "{\"text\": \"a\", \"text\": \"b\"}",
                "{} {}",
                "{} x",
                "{\"text\": 1}",
                "{\"text\": 1.5}",
                "{\"text\": true}",
                "{\"text\": [\"a\"]}",
                "{\"text\": {}}",
                "{\"number\": \"1\"}",
                "{\"number\": 1.0}",
                "{\"number\": \"\"}",
                "{\"number\": true}",
                "{\"number\": 2147483648}",
                "{\"decimal\": \"1\"}",
                "{\"decimal\": NaN}",
                "{\"flag\": \"true\"}",
                "{\"flag\": 1}",
                "{\"light\": 0}",
                "{\"light\": \"0\"}",
                "{\"light\": \"red\"}",
                "{\"light\": \"\"}",
                "{\"light\": \"shown to people\"}",
                "{\"at\": 1}",
                "{\"at\": \"\"}",
                "{\"at\": \"2026-11-22T02:11:09+08:00\"}",
                "{\"day\": [2026, 12, 4]}",
                "{\"day\": \"2026-12-04T00:00:00Z\"}",
                "{\"day\": \"\"}",
                "{\"code\": 1}",
                "{\"code\": \"1000-0000-0000-000W\"}",
                "{\"list\": \"a\"}",
                "{\"list\": \"\"}",
                "{\"list\": [1]}",
                "\"\"",
                "[]",
                "",
                "{'text': \"a\"}",
                "{\"text\": \"a\",}",
                "{\"text\": \"a\"} // why"
            })
    void anythingThatDoesNotFitIsRefused(String json) {
        assertThatThrownBy(() -> Json.mapper().readValue(json, Sample.class)).isInstanceOf(JacksonException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"count\": null}", "{\"count\": \"\"}"})
    void aPlainNumberIsNeverMadeUp(String json) {
        assertThatThrownBy(() -> Json.mapper().readValue(json, Counted.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void doubledFieldsAreRefusedInTreesAndMapsToo() {
        String json = "{\"a\": {\"b\": 1, \"b\": 2}}";

        assertThatThrownBy(() -> Json.mapper().readTree(json)).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> Json.mapper().readValue(json, Map.class)).isInstanceOf(JacksonException.class);
    }

    @Test
    void aRefusalDoesNotRepeatTheBody() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"secret\": \"110101189901010011\"}", Sample.class))
                .hasMessageNotContaining("110101189901010011");
    }

    @Test
    void aMistypedCodeKeepsItsReason() {
        assertThatThrownBy(() -> Json.mapper().readValue("{\"code\": \"1000-0000-0000-000W\"}", Sample.class))
                .isInstanceOfSatisfying(
                        InvalidFormatException.class,
                        refused -> assertThat(refused.getPath().get(0).getPropertyName())
                                .isEqualTo("code"))
                .hasCauseInstanceOf(InvalidTrackingCode.class);
    }

    @Test
    void aReaderOfEventsIgnoresWhatItDoesNotKnow() {
        assertThat(Json.lenient().readValue("{\"count\": 3, \"new\": {}}", Counted.class))
                .isEqualTo(new Counted(3));
        assertThatThrownBy(() -> Json.lenient().readValue("{\"count\": \"3\"}", Counted.class))
                .isInstanceOf(JacksonException.class);
    }

    private enum Known {
        ONE
    }

    private record Told(@Nullable Known word, @Nullable Integer number) {}

    @Test
    void aReaderOfEventsReadsAWordItDoesNotKnowAndWhatIsMissingAsAbsent() {
        assertThat(Json.lenient().readValue("{\"word\": \"TWO\"}", Told.class)).isEqualTo(new Told(null, null));
        assertThat(Json.lenient().readValue("{\"word\": \"ONE\", \"number\": 2}", Told.class))
                .isEqualTo(new Told(Known.ONE, 2));
        assertThatThrownBy(() -> Json.mapper().readValue("{\"word\": \"TWO\", \"number\": 2}", Told.class))
                .as("callers are told")
                .isInstanceOf(JacksonException.class);
    }

    @Test
    void aTreeKeepsTheOrderOfItsFields() {
        JsonNode tree = Json.mapper().readTree("{\"z\": 1, \"a\": 2}");

        assertThat(tree).hasToString("{\"z\":1,\"a\":2}");
    }
}
