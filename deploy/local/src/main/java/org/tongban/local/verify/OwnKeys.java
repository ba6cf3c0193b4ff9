package org.tongban.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.place.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The public halves of the keys of the stack on this machine, for those who saved none. */
final class OwnKeys {
    private static final JsonMapper JSON = new JsonMapper();

    private OwnKeys() {}

    /** @throws Refused when there is no key here */
    static PublishedKeys in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new Refused("No stack has signed lists on this machine: name the saved keys, "
                    + "./tongban verify FILE.jws JWKS.json.");
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<PublishedKey> keys = files.filter(file -> file.toString().endsWith(".pem"))
                    .sorted()
                    .map(OwnKeys::read)
                    .toList();
            return new PublishedKeys(keys);
        } catch (IOException e) {
            throw new Refused(folder + " cannot be read: " + e.getMessage() + ".", e);
        }
    }

    private static PublishedKey read(Path pem) {
        try {
            byte[] der = Base64.getMimeDecoder().decode(Files.readString(pem).replaceAll("-----[A-Z ]+-----", ""));
            RSAPrivateCrtKey key =
                    (RSAPrivateCrtKey) KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(der));
            String kid = pem.getFileName().toString().replaceFirst("\\.pem$", "");
            ObjectNode jwk = JSON.createObjectNode()
                    .put("kty", "RSA")
                    .put("alg", "RS256")
                    .put("kid", kid)
                    .put("n", encoded(key.getModulus().toByteArray()))
                    .put("e", encoded(key.getPublicExponent().toByteArray()));
            Path life = pem.resolveSibling(kid + ".json");
            return new PublishedKey(Files.exists(life) ? with(jwk, JSON.readTree(Files.readString(life))) : jwk);
        } catch (IOException | GeneralSecurityException | IllegalArgumentException | JacksonException e) {
            throw new Refused(pem + " holds no list key.", e);
        }
    }

    private static ObjectNode with(ObjectNode jwk, JsonNode life) {
        second(jwk, "nbf", life.path("notBefore"));
        second(jwk, "exp", life.path("notAfter"));
        JsonNode revoked = life.path("revoked");
        if (revoked.isObject()) {
            ObjectNode told = jwk.putObject("revoked")
                    .put("reason", revoked.path("reason").asString("unspecified"));
            second(told, "revoked_at", revoked.path("at"));
        }
        return jwk;
    }

    private static void second(ObjectNode object, String member, JsonNode instant) {
        if (instant.isString()) {
            object.put(member, Instant.parse(instant.stringValue()).getEpochSecond());
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
