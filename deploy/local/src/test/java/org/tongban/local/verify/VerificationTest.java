package org.tongban.local.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/** Whom one may believe. */
class VerificationTest {
    private static final Instant LAST_MOMENT = Instant.parse("2027-02-20T15:59:59Z");

    @TempDir
    Path folder;

    @Test
    void aGoodListSaysWhatWasPromised() {
        Verification verified = Verification.of(SampleList.signed(), SampleList.keys());

        assertThat(Promise.of(verified))
                .anyMatch(line -> line.contains("L-511602-20261122-7KQ2M9XT"))
                .anyMatch(line -> line.contains("广安区 511602"))
                .anyMatch(line -> line.contains("2027-02-20"))
                .anyMatch(line -> line.contains("食品经营许可（新办）") && line.contains("10 工作日"))
                .anyMatch(line -> line.contains("营业执照") && line.contains("0 original, 1 copies"))
                .anyMatch(line -> line.contains("13 working days"));
        assertThat(verified.isOver(LAST_MOMENT)).isFalse();
        assertThat(verified.isOver(LAST_MOMENT.plusSeconds(1))).isTrue();
    }

    @Test
    void anUnknownKeyIsNamed() {
        refused(SampleList.signed(), SampleList.keys("k-2"), "\"k-1\"", "not among the 1 known keys");
    }

    @Test
    void aRevokedKeyIsNotTrustedWhateverItSigned() {
        JsonNode revoked =
                SampleList.keysWith("{\"revoked\": {\"revoked_at\": 1793491200, \"reason\": \"compromised\"}}");

        refused(SampleList.signed(), revoked, "called back on 2026-11-01", "compromised");
    }

    @Test
    void aKeySignsOnlyInItsPeriod() {
        refused(SampleList.signed(), SampleList.keysWith("{\"exp\": 1764000000}"), "did not sign then");
        refused(SampleList.signed(), SampleList.keysWith("{\"nbf\": 1800000000}"), "did not sign then");
    }

    @Test
    void aListWithoutASignatureOrOfAnotherAlgorithmIsRefused() {
        refused(SampleList.signed("{\"alg\":\"none\",\"kid\":\"k-1\"}", SampleList.BODY), "does not fit");
        refused(SampleList.signed("{\"alg\":\"HS256\",\"kid\":\"k-1\"}", SampleList.BODY), "does not fit");
        refused(
                SampleList.signed("{\"alg\":\"RS256\",\"kid\":\"k-1\",\"crit\":[\"b64\"]}", SampleList.BODY),
                "does not fit");
        refused(SampleList.signed().replaceFirst("[^.]+$", ""), "does not fit");
    }

    @Test
    void whatIsNoSignedListIsSaid() {
        refused("", "three parts");
        refused("{\"listNo\": 1}", "three parts");
        refused("a.b.c", "part 1");
        refused(SampleList.signed("{\"alg\":\"RS256\",\"kid\":\"k-1\"}", "{\"iss\":\"x\"}"), "is no list");
    }

    @Test
    void theKeysOfThisMachineDoWithoutASavedSet() throws Exception {
        Path file = Files.writeString(folder.resolve("list.jws"), SampleList.signed() + "\n");
        Path own = Files.createDirectories(folder.resolve("keys"));
        Files.writeString(own.resolve("k-1.pem"), SampleList.pem());

        assertThat(SavedList.verified(file, null, own).verification().kid()).isEqualTo("k-1");

        Files.writeString(
                own.resolve("k-1.json"),
                "{\"revoked\": {\"at\": \"2026-11-01T00:00:00Z\", \"reason\": \"superseded\"}}");
        assertThatThrownBy(() -> SavedList.verified(file, null, own)).hasMessageContaining("superseded");
        assertThatThrownBy(() -> SavedList.verified(file, null, folder.resolve("none")))
                .hasMessageContaining("name the saved keys");
        assertThatThrownBy(() -> SavedList.verified(folder.resolve("none"), null, own))
                .hasMessageContaining("cannot be read");
        assertThatThrownBy(() -> SavedList.verified(file, file, own)).hasMessageContaining("JWK set");
    }

    private static void refused(String jws, String... words) {
        refused(jws, SampleList.keys(), words);
    }

    private static void refused(String jws, JsonNode keys, String... words) {
        assertThatThrownBy(() -> Verification.of(jws, keys))
                .isInstanceOf(Refused.class)
                .hasMessageContainingAll(words);
    }
}
