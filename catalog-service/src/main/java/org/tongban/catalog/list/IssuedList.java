package org.tongban.catalog.list;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/**
 * A list as it was issued: signed once, stored once, never changed.
 *
 * @param listNo {@code L-511602-20261122-7KQ2M9XT}
 * @param body the canonical JSON (RFC 8785) that was signed
 * @param digest {@code sha-256:} and 64 lower-case hex digits over the body
 * @param kid the key that signed
 * @param jws the compact form with the body inside (RFC 7515)
 * @param issuedAt whole seconds
 * @param validUntil the last day it may be used, Asia/Shanghai
 */
record IssuedList(
        String listNo, String body, String digest, String kid, String jws, Instant issuedAt, LocalDate validUntil) {

    static IssuedList sign(ListBody list, RSAKey key) {
        String body = CanonicalJson.text(list);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.getKeyID())
                .type(JOSEObjectType.JOSE)
                .build();
        JWSObject jws = new JWSObject(header, new Payload(bytes));
        try {
            jws.sign(new RSASSASigner(key));
        } catch (JOSEException e) {
            throw new IllegalStateException("the list key " + key.getKeyID() + " cannot sign", e);
        }
        return new IssuedList(
                list.listNo(),
                body,
                "sha-256:" + Sha256.hex(bytes),
                key.getKeyID(),
                jws.serialize(),
                list.issuedAt(),
                list.validUntil());
    }

    /** The list with digest and key id, as it is shown. */
    String shown() {
        ObjectNode shown = (ObjectNode) Json.mapper().readTree(body);
        return Json.mapper().writeValueAsString(shown.put("digest", digest).put("kid", kid));
    }
}
