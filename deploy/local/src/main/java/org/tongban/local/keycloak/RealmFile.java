package org.tongban.local.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The realm as a stack of one machine has it: the house's own, {@code tongban-realm.json}, which holds neither people
 * nor secrets, and over it {@code one-machine.json} with people whose password is their name and a sign-in by password.
 */
final class RealmFile {

    private static final JsonMapper JSON = new JsonMapper();

    /** What tells one client, person or role in a list from another. */
    private static final List<String> NAMES = List.of("clientId", "username", "name");

    private final ObjectNode realm;

    private RealmFile(ObjectNode realm) {
        this.realm = realm;
    }

    /** @param folder {@code deploy/keycloak} */
    static RealmFile of(Path folder) {
        ObjectNode realm = read(folder.resolve("tongban-realm.json"));
        lay(realm, read(folder.resolve("one-machine.json")));
        return new RealmFile(realm);
    }

    /** What Keycloak imports; it fills the places left open, {@code ${TONGBAN_PUBLIC_BASE}}, by itself. */
    String text() {
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(realm);
    }

    /** The same with those places filled, for what does not go through the import. */
    ObjectNode filled(Map<String, String> environment) {
        String text = text();
        for (Map.Entry<String, String> each : environment.entrySet()) {
            text = text.replace("${" + each.getKey() + "}", each.getValue());
        }
        return (ObjectNode) JSON.readTree(text);
    }

    /** Tells one state of the files from another. */
    String digest() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text().getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ObjectNode read(Path file) {
        try {
            return (ObjectNode) JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void lay(ObjectNode below, ObjectNode above) {
        for (Map.Entry<String, JsonNode> field : above.properties()) {
            JsonNode there = below.get(field.getKey());
            if (there instanceof ObjectNode object && field.getValue() instanceof ObjectNode more) {
                lay(object, more);
            } else if (there instanceof ArrayNode list && field.getValue() instanceof ArrayNode more) {
                below.set(field.getKey(), lists(list, more));
            } else {
                below.set(field.getKey(), field.getValue());
            }
        }
    }

    /** Who is in both lists under one name is one; a list of words gives way to the other. */
    private static ArrayNode lists(ArrayNode below, ArrayNode above) {
        if (!above.values().stream().allMatch(ObjectNode.class::isInstance)) {
            return above;
        }
        for (JsonNode each : above) {
            Optional<ObjectNode> same = below.values().stream()
                    .filter(other -> name(other).isPresent() && name(other).equals(name(each)))
                    .map(ObjectNode.class::cast)
                    .findFirst();
            if (same.isPresent()) {
                lay(same.get(), (ObjectNode) each);
            } else {
                below.add(each);
            }
        }
        return below;
    }

    private static Optional<String> name(JsonNode one) {
        return NAMES.stream()
                .filter(one::hasNonNull)
                .map(key -> one.path(key).asString())
                .findFirst();
    }
}
