package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Keys come, overlap, go and are called back. */
class KeyRotationTest {
    private static final Instant NEW_YEAR = Instant.parse("2026-12-31T16:00:00Z");
    private static final Instant EASTER = Instant.parse("2027-03-28T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void withoutFurtherWordTheLastByNameSignsAndAllArePublished() throws Exception {
        SampleKeys.in(folder, "2025-b");
        ListKeys keys = SampleKeys.in(folder, "2026-a");

        assertThat(keys.signing(NEW_YEAR).kid()).isEqualTo("2026-a");
        assertThat(JWKSet.parse(keys.published()).getKeys())
                .hasSize(2)
                .noneMatch(key -> key.isPrivate())
                .allSatisfy(key ->
                        assertThat(key.toJSONObject()).containsAllEntriesOf(Map.of("use", "sig", "alg", "RS256")));
    }

    @Test
    void aNewKeyIsPublishedBeforeItSignsAndTheOldOneAfterIt() throws Exception {
        key("new", "{\"notBefore\": \"2026-12-31T16:00:00Z\"}");
        key("old", "{\"notAfter\": \"2027-01-31T16:00:00Z\"}");

        ListKeys keys = ListKeys.in(folder);

        assertThat(keys.signing(NEW_YEAR.minusSeconds(1)).kid()).isEqualTo("old");
        assertThat(keys.signing(NEW_YEAR).kid()).isEqualTo("new");
        assertThat(keys.signing(EASTER).kid()).isEqualTo("new");
        assertThat(JWKSet.parse(keys.published()).getKeyByKeyId("new").getNotBeforeTime())
                .isEqualTo(NEW_YEAR);
    }

    @Test
    void whatTheOldKeySignedStillVerifiesWithWhatIsPublishedNow() throws Exception {
        key("old", "{\"notAfter\": \"2027-01-31T16:00:00Z\"}");
        Wish wish = Wishes.restaurant("agent", "no", "vending", "no", "mode", "normal");
        IssuedList list = SampleLists.issued(wish, ListKeys.in(folder));

        key("new", "{\"notBefore\": \"2026-12-31T16:00:00Z\"}");
        RSAKey published =
                (RSAKey) JWKSet.parse(ListKeys.in(folder).published()).getKeyByKeyId(list.kid());

        assertThat(JWSObject.parse(list.jws()).verify(new RSASSAVerifier(published)))
                .isTrue();
    }

    @Test
    void aRevokedKeySignsNothingAndStaysPublishedWithTimeAndReason() throws Exception {
        key("a", "{}");
        key("b", "{\"revoked\": {\"at\": \"2026-11-01T00:00:00Z\", \"reason\": \"compromised\"}}");

        ListKeys keys = ListKeys.in(folder);

        assertThat(keys.signing(EASTER).kid()).isEqualTo("a");
        assertThat(keys.isRevoked("b")).isTrue();
        assertThat(keys.isRevoked("a")).isFalse();
        assertThat(JWKSet.parse(keys.published()).getKeyByKeyId("b").toJSONObject())
                .containsEntry("revoked", Map.of("revoked_at", 1793491200L, "reason", "compromised"));
    }

    @Test
    void withoutAKeyOfTheDayNothingIsSigned() throws Exception {
        key("old", "{\"notAfter\": \"2026-01-31T16:00:00Z\"}");

        ListKeys keys = ListKeys.in(folder);

        assertThatThrownBy(() -> keys.signing(NEW_YEAR)).isInstanceOf(NoKeyOfToday.class);
    }

    @Test
    void aKeyThatComesOrIsCalledBackIsSeenWithoutANewStart() throws Exception {
        ListKeys keys = SampleKeys.in(folder, "a");

        key("b", "{}");
        keys.refresh();
        String signing = keys.signing(EASTER).kid();
        Files.writeString(
                folder.resolve("b.json"),
                "{\"revoked\": {\"at\": \"2026-11-01T00:00:00Z\", \"reason\": \"compromised\"}}");
        keys.refresh();

        assertThat(signing).isEqualTo("b");
        assertThat(keys.isRevoked("b")).isTrue();
        assertThat(keys.signing(EASTER).kid()).isEqualTo("a");
    }

    @Test
    void aFolderThatCannotBeReadLeavesTheKeysAsTheyWere() throws Exception {
        ListKeys keys = SampleKeys.in(folder, "a");

        Files.writeString(folder.resolve("b.pem"), "half a k");
        keys.refresh();
        String meanwhile = keys.signing(EASTER).kid();
        SampleKeys.write(folder, "b");
        keys.refresh();

        assertThat(meanwhile).isEqualTo("a");
        assertThat(keys.signing(EASTER).kid()).isEqualTo("b");
    }

    private void key(String kid, String life) throws Exception {
        SampleKeys.write(folder, kid);
        Files.writeString(folder.resolve(kid + ".json"), life);
    }
}
