package org.tongban.tracking.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** That the page on proofs gives an example that holds, by the recipe that the page gives. */
final class ProofPageTest {
    private static final Path PAGE = Path.of("../deploy/docs/proofs.md");
    private static final Pattern SAMPLE = Pattern.compile("```json\n(.*?)```", Pattern.DOTALL);

    @Test
    void theSampleHoldsForItsCodeAndForNoOther() throws IOException {
        Matcher sample = SAMPLE.matcher(Files.readString(PAGE));
        assertThat(sample.find()).isTrue();
        JsonNode proof = Json.lenient().readTree(sample.group(1));

        assertThat(proof.path("entries"))
                .extracting(entry -> entry.path("formula").asInt())
                .containsExactly(1, 2);
        for (JsonNode entry : proof.path("entries")) {
            assertThat(hash(entry, proof.path("code").asString()))
                    .isEqualTo(entry.path("hash").asString());
        }
        assertThat(hash(proof.path("entries").get(1), "2222-2222-2222-2222"))
                .isNotEqualTo(proof.path("head").asString());
    }

    private static String hash(JsonNode entry, String code) {
        Map<String, @Nullable Object> hashed = new LinkedHashMap<>();
        for (String field : new String[] {
            "formula", "no", "source", "sourceSequence", "at", "recordedAt", "type", "caseNo", "previous", "factsDigest"
        }) {
            hashed.put(field, entry.get(field));
        }
        if (entry.path("formula").asInt() == 2) {
            hashed.put("code", code);
        }
        return CanonicalJson.sha256Hex(hashed);
    }
}
