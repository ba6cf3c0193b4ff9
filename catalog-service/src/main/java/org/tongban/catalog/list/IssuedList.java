package org.tongban.catalog.list;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.Payload;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.JsonNode;
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
 * @param asked its items in the order of the request, which a revision repeats; empty for older lists
 * @param keptUntil when it may be forgotten because nobody has used it; null once it is used, and for older lists
 */
public record IssuedList(
        String listNo,
        String body,
        String digest,
        String kid,
        String jws,
        Instant issuedAt,
        LocalDate validUntil,
        List<String> asked,
        @Nullable Instant keptUntil) {
    public IssuedList {
        asked = List.copyOf(asked);
    }

    /** @param keptDays how many days after its last one it is kept without being used */
    static IssuedList sign(ListBody list, List<String> asked, ListKey key, int keptDays) {
        String body = CanonicalJson.text(list);
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                .keyID(key.kid())
                .type(JOSEObjectType.JOSE)
                .build();
        JWSObject jws = new JWSObject(header, new Payload(bytes));
        try {
            jws.sign(key.signer());
        } catch (JOSEException e) {
            throw new IllegalStateException("the list key " + key.kid() + " cannot sign", e);
        }
        return new IssuedList(
                list.listNo(),
                body,
                "sha-256:" + Sha256.hex(bytes),
                key.kid(),
                jws.serialize(),
                list.issuedAt(),
                list.validUntil(),
                asked,
                LegalZone.startOf(list.validUntil().plusDays(1L + keptDays)));
    }

    /** An application rests on it now: it is kept for good. */
    IssuedList used() {
        return new IssuedList(listNo, body, digest, kid, jws, issuedAt, validUntil, asked, null);
    }

    /** Whether it may no longer be used; it stays authentic. */
    public boolean isOver(Instant now) {
        return !now.isBefore(LegalZone.startOf(validUntil.plusDays(1)));
    }

    /** The list with digest and key id, as it is shown, and once it is over with {@code expired}. */
    String shown(Instant now) {
        ObjectNode shown = (ObjectNode) Json.mapper().readTree(body);
        shown.put("digest", digest).put("kid", kid);
        if (isOver(now)) {
            shown.put("expired", true);
        }
        return Json.mapper().writeValueAsString(shown);
    }

    /** What was wished when it was issued. */
    Wish wish() {
        JsonNode list = Json.mapper().readTree(body);
        List<String> items = new ArrayList<>(asked);
        if (items.isEmpty()) {
            list.path("items").forEach(item -> items.add(item.path("item").stringValue()));
        }
        Map<String, JsonNode> answers = new LinkedHashMap<>();
        list.path("answers").properties().forEach(answer -> answers.put(answer.getKey(), answer.getValue()));
        JsonNode bundle = list.path("bundle");
        return new Wish(
                bundle.isString() ? bundle.stringValue() : null,
                items,
                list.at("/division/code").stringValue(),
                list.path("applicant").stringValue(),
                WishBody.answers(answers));
    }
}
