package org.tongban.local.demo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The hash chain of a timeline, reckoned again from what anybody may see: each hash is SHA-256 over the RFC 8785 form of
 * ten of the entry's fields and, by formula 2, of the code. They are strings, whole numbers and null, for which that form
 * is: names sorted, no blanks.
 */
public final class Chain {

    private static final List<String> SORTED = List.of(
            "at",
            "caseNo",
            "code",
            "factsDigest",
            "formula",
            "no",
            "previous",
            "recordedAt",
            "source",
            "sourceSequence",
            "type");

    private static final JsonMapper JSON = new JsonMapper();

    private final JsonNode code;
    private final JsonNode entries;

    /** @param timeline as it is shown, or its proof */
    public Chain(JsonNode timeline) {
        this.code = timeline.path("code");
        this.entries = timeline.path("entries");
    }

    /** How many entries there are, if every hash and every tie is right. */
    public int check() {
        JsonNode previous = JSON.nullNode();
        int no = 0;
        for (JsonNode entry : entries) {
            no++;
            Agreed.same("the number of the entry", no, entry.path("no").asInt());
            Agreed.same("the tie of entry " + no, previous, entry.path("previous"));
            Agreed.same(
                    "the hash of entry " + no,
                    hash(code, entry),
                    entry.path("hash").asString());
            previous = entry.path("hash");
        }
        return no;
    }

    static String hash(JsonNode code, JsonNode entry) {
        ObjectNode hashed = JSON.createObjectNode();
        SORTED.forEach(field -> hashed.set(field, field.equals("code") ? code : entry.path(field)));
        switch (entry.path("formula").asInt()) {
            case 1 -> hashed.remove("code");
            case 2 -> {}
            default -> throw new Refused("entry " + entry.path("no") + " is of a formula that is not known here");
        }
        byte[] bytes = JSON.writeValueAsString(hashed).getBytes(StandardCharsets.UTF_8);
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
