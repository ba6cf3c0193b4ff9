package org.tongban.local.verify;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/**
 * A list that is authentic.
 *
 * @param list what was signed
 * @param digest {@code sha-256:} over it
 * @param validUntil the last day it may be used
 */
public record Verification(JsonNode list, String digest, String kid, Instant issuedAt, LocalDate validUntil) {

    /**
     * Verifies.
     *
     * @param keys a JWK set as the catalogue published it
     * @throws Refused in one sentence, when the list is not authentic or its key is not trusted
     */
    public static Verification of(String jws, JsonNode keys) {
        return of(new Signed(jws), PublishedKeys.of(keys));
    }

    static Verification of(Signed signed, PublishedKeys keys) {
        String kid = signed.kid();
        List<PublishedKey> named = keys.named(kid);
        if (named.isEmpty()) {
            throw new Refused("The list names the key \"" + kid + "\", which is not among the "
                    + keys.all().size()
                    + " known keys: it is forged, or the keys were saved before that one was published.");
        }
        PublishedKey key = named.stream()
                .filter(signed::isSignedBy)
                .findFirst()
                .orElseThrow(
                        () -> new Refused("The signature does not fit: the list was changed after it was signed, or \""
                                + kid + "\" never signed it."));
        key.revocation().ifPresent(when -> {
            throw new Refused("The key \"" + kid + "\" was called back " + when
                    + ": nothing it signed is trusted any more; ask for a new list.");
        });
        return read(signed, key);
    }

    private static Verification read(Signed signed, PublishedKey key) {
        JsonNode list = signed.payload();
        try {
            Instant issuedAt = Instant.parse(list.path("issuedAt").asString(""));
            LocalDate validUntil = LocalDate.parse(list.path("validUntil").asString(""));
            if (!key.signedAt(issuedAt)) {
                throw new Refused("The list says it was issued at " + LegalTime.minute(issuedAt) + ", but the key \""
                        + key.kid() + "\" did not sign then.");
            }
            return new Verification(list, signed.digest(), key.kid(), issuedAt, validUntil);
        } catch (DateTimeException e) {
            throw new Refused("The signature fits, but what was signed is no list.", e);
        }
    }

    /** Whether it may no longer be used. */
    public boolean isOver(Instant now) {
        return LegalTime.day(now).isAfter(validUntil);
    }
}
