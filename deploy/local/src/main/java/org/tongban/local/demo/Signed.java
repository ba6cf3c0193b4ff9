package org.tongban.local.demo;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A compact JWS, checked with nothing but the JDK and the published keys (RS256 or PS256). */
final class Signed {

    private final List<String> parts;

    private final JsonNode header;

    Signed(String compact) {
        parts = List.of(compact.strip().split("\\.", -1));
        header = new JsonMapper().readTree(decoded(parts.get(0)));
    }

    /** The digest of what was signed: {@code sha-256:<64 lower-case hex digits>}. */
    String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(decoded(parts.get(1)));
            return "sha-256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    boolean verifiesWith(JsonNode keys) {
        for (JsonNode key : keys.path("keys")) {
            if (key.path("kid").asString().equals(header.path("kid").asString())) {
                return verifies(key);
            }
        }
        return false;
    }

    private boolean verifies(JsonNode key) {
        try {
            Signature signature = algorithm(header.path("alg").asString());
            signature.initVerify(publicKey(key));
            signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.US_ASCII));
            return signature.verify(decoded(parts.get(2)));
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature algorithm(String name) throws GeneralSecurityException {
        if (name.equals("RS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }

    private static PublicKey publicKey(JsonNode key) throws GeneralSecurityException {
        BigInteger modulus = new BigInteger(1, decoded(key.path("n").asString()));
        BigInteger exponent = new BigInteger(1, decoded(key.path("e").asString()));
        return KeyFactory.getInstance("RSA").generatePublic(new RSAPublicKeySpec(modulus, exponent));
    }

    private static byte[] decoded(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
