package org.tongban.local.verify;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tongban.local.place.Refused;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The keys that a catalogue has published, as somebody saved them. */
record PublishedKeys(List<PublishedKey> all) {
    PublishedKeys {
        all = List.copyOf(all);
    }

    static PublishedKeys of(JsonNode set) {
        List<PublishedKey> all = new ArrayList<>();
        set.path("keys").forEach(key -> all.add(new PublishedKey(key)));
        return new PublishedKeys(all);
    }

    /** @throws Refused when the file cannot be read or holds no JWK set */
    static PublishedKeys in(Path file) {
        try {
            PublishedKeys keys = of(new JsonMapper().readTree(Files.readString(file)));
            if (keys.all().isEmpty()) {
                throw new Refused(file + " holds no keys: save what /api/catalog/keys answers.");
            }
            return keys;
        } catch (IOException | JacksonException e) {
            throw new Refused(file + " cannot be read as a JWK set: save what /api/catalog/keys answers.", e);
        }
    }

    List<PublishedKey> named(String kid) {
        return all.stream().filter(key -> key.kid().equals(kid)).toList();
    }
}
