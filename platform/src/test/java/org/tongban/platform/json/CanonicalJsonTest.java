package org.tongban.platform.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CanonicalJsonTest {

    record Head(String zulu, Instant at, List<Integer> numbers) {}

    /** The example of RFC 8785, section 3.2.2 and 3.2.3. */
    @Test
    void theExampleOfTheStandardComesOutAsPrinted() {
        String input = "{\"numbers\": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],"
                + "\"string\": \"\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\\"\\/\","
                + "\"literals\": [null, true, false]}";

        assertThat(CanonicalJson.text(Json.mapper().readTree(input)))
                .isEqualTo("{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                        + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
    }

    @Test
    void keysAreSortedByTheirUtf16Units() {
        assertThat(CanonicalJson.text(Map.of("é", 1, "名", 2, "A", 3, "a", 4, "\ud83d\ude00", 5, "\ufb33", 6)))
                .isEqualTo("{\"A\":3,\"a\":4,\"é\":1,\"名\":2,\"\ud83d\ude00\":5,\"\ufb33\":6}");
    }

    @Test
    void recordsAndTheirTreesHaveTheSameForm() {
        Head head = new Head("末", Instant.parse("2026-11-22T02:11:09Z"), List.of(2, 1));

        assertThat(CanonicalJson.text(head))
                .isEqualTo("{\"at\":\"2026-11-22T02:11:09.000Z\",\"numbers\":[2,1],\"zulu\":\"末\"}");
        assertThat(CanonicalJson.bytes(Json.mapper().valueToTree(head))).isEqualTo(CanonicalJson.bytes(head));
    }

    @Test
    void theDigestIsTakenOverTheForm() {
        assertThat(CanonicalJson.sha256Hex(Map.of()))
                .isEqualTo("44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a");
    }

    @Test
    void emptyContainersAndLongTextsKeepTheirForm() {
        assertThat(CanonicalJson.text(List.of())).isEqualTo("[]");
        assertThat(CanonicalJson.text(Map.of("a", List.of(), "b", Map.of()))).isEqualTo("{\"a\":[],\"b\":{}}");
    }
}
