package org.tongban.local.verify;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.spec.RSAPublicKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** One key of a JWK set (RFC 7517); {@code nbf}, {@code exp} and {@code revoked} are those of OpenID Federation 1.0. */
record PublishedKey(JsonNode jwk) {

    String kid() {
        return jwk.path("kid").asString("");
    }

    boolean allows(String algorithm) {
        return "RSA".equals(jwk.path("kty").asString(""))
                && algorithm.equals(jwk.path("alg").asString(algorithm));
    }

    /** Whether it signed at that time, as far as its period is published. */
    boolean signedAt(Instant time) {
        long second = time.getEpochSecond();
        return second >= jwk.path("nbf").asLong(Long.MIN_VALUE)
                && second < jwk.path("exp").asLong(Long.MAX_VALUE);
    }

    /** When and why it was called back, as a half sentence; empty if it was not. */
    Optional<String> revocation() {
        JsonNode revoked = jwk.path("revoked");
        if (revoked.isMissingNode() || revoked.isNull()) {
            return Optional.empty();
        }
        Instant at = Instant.ofEpochSecond(revoked.path("revoked_at").asLong(0));
        return Optional.of(
                "on " + LegalTime.day(at) + " (" + revoked.path("reason").asString("unspecified") + ")");
    }

    PublicKey publicKey() throws GeneralSecurityException {
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(number("n"), number("e")));
    }

    private BigInteger number(String member) throws GeneralSecurityException {
        try {
            return new BigInteger(
                    1, Base64.getUrlDecoder().decode(jwk.path(member).asString("")));
        } catch (IllegalArgumentException e) {
            throw new GeneralSecurityException("the key " + kid() + " lacks " + member, e);
        }
    }
}
