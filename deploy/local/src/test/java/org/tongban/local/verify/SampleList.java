package org.tongban.local.verify;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.security.interfaces.RSAPublicKey;
import java.util.Base64;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A signed list and the keys that go with it, made with the JDK alone. */
final class SampleList {
    static final String BODY = """
            {"applicant":"自然人","digest":null,"division":{"code":"511602","name":"广安区"},
            "duration":{"promised":{"workingDays":null},"statutory":{"workingDays":13}},
            "fees":{"charged":null,"options":[],"total":null},"issuedAt":"2026-11-22T02:11:09.000Z",
            "items":[{"department":"市场监管","item":"mr-food-operation-new","name":"食品经营许可（新办）","version":1,
            "limits":{"promised":null,"statutory":{"n":10,"unit":"工作日"}}}],
            "lines":[{"copies":1,"name":"营业执照","need":"必要","no":5,"originals":0,"satisfiedBy":"mr-individual-establish"}],
            "listNo":"L-511602-20261122-7KQ2M9XT","toBring":9,"validUntil":"2027-02-20","visits":null}""";
    private static final JsonMapper JSON = new JsonMapper();
    private static final KeyPair PAIR = pair();

    private SampleList() {}

    static String signed() {
        return signed("{\"alg\":\"RS256\",\"kid\":\"k-1\"}", BODY);
    }

    static String signed(String header, String body) {
        String input =
                encoded(header.getBytes(StandardCharsets.UTF_8)) + "." + encoded(body.getBytes(StandardCharsets.UTF_8));
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(PAIR.getPrivate());
            signature.update(input.getBytes(StandardCharsets.US_ASCII));
            return input + "." + encoded(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static JsonNode keys() {
        return keys("k-1");
    }

    static ObjectNode keys(String kid) {
        RSAPublicKey shown = (RSAPublicKey) PAIR.getPublic();
        ObjectNode set = JSON.createObjectNode();
        set.putArray("keys")
                .addObject()
                .put("kty", "RSA")
                .put("alg", "RS256")
                .put("kid", kid)
                .put("n", encoded(shown.getModulus().toByteArray()))
                .put("e", encoded(shown.getPublicExponent().toByteArray()));
        return set;
    }

    /** The same keys with something more said about the one. */
    static JsonNode keysWith(String members) {
        ObjectNode set = keys("k-1");
        ((ObjectNode) set.path("keys").path(0)).setAll((ObjectNode) JSON.readTree(members));
        return set;
    }

    static String pem() {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder().encodeToString(PAIR.getPrivate().getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static KeyPair pair() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
