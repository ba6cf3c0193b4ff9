package org.tongban.local.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.Signature;
import java.security.spec.MGF1ParameterSpec;
import java.security.spec.PSSParameterSpec;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import org.tongban.local.place.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A compact JWS (RFC 7515), read to the letter: a part whose last character carries other spare bits than it should is
 * refused, so that no byte of it can be another one.
 */
public final class Signed {

    private final List<String> parts;

    private final JsonNode header;

    /** @throws Refused for what is none */
    public Signed(String compact) {
        parts = List.of(compact.strip().split("\\.", -1));
        if (parts.size() != 3) {
            throw new Refused("This is no signed list: it would be three parts joined by dots.");
        }
        header = json(0);
        if (!header.isObject()) {
            throw new Refused("This is no signed list: its header is no JSON object.");
        }
    }

    /** The key that it names. */
    public String kid() {
        return header.path("kid").asString("");
    }

    /** What was signed, as JSON. */
    public JsonNode payload() {
        return json(1);
    }

    /** The digest of what was signed: {@code sha-256:<64 lower-case hex digits>}. */
    public String digest() {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(decoded(1));
            return "sha-256:" + HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whether one of these keys is the one it names, and signed it. */
    public boolean verifiesWith(JsonNode keys) {
        return PublishedKeys.of(keys).named(kid()).stream().anyMatch(this::isSignedBy);
    }

    boolean isSignedBy(PublishedKey key) {
        String algorithm = header.path("alg").asString("");
        if (header.has("crit") || !key.allows(algorithm)) {
            return false;
        }
        byte[] signed = decoded(2);
        try {
            Signature signature = algorithm(algorithm);
            signature.initVerify(key.publicKey());
            signature.update((parts.get(0) + "." + parts.get(1)).getBytes(StandardCharsets.UTF_8));
            return signature.verify(signed);
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private static Signature algorithm(String name) throws GeneralSecurityException {
        if (name.equals("RS256")) {
            return Signature.getInstance("SHA256withRSA");
        }
        if (!name.equals("PS256")) {
            throw new NoSuchAlgorithmException(name);
        }
        Signature pss = Signature.getInstance("RSASSA-PSS");
        pss.setParameter(new PSSParameterSpec("SHA-256", "MGF1", MGF1ParameterSpec.SHA256, 32, 1));
        return pss;
    }

    private JsonNode json(int part) {
        try {
            return new JsonMapper().readTree(decoded(part));
        } catch (JacksonException e) {
            throw new Refused("This is no signed list: part " + (part + 1) + " holds no JSON.", e);
        }
    }

    private byte[] decoded(int part) {
        String text = parts.get(part);
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(text)) {
                return bytes;
            }
        } catch (IllegalArgumentException notBase64) {
            // said below, as for what is base64 in another way
        }
        throw new Refused("This is no signed list: part " + (part + 1) + " is not in base64url.");
    }
}
