package org.tongban.application.catalog;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.function.Consumer;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ObjectNode;

/** Lists as the catalogue gives them, for tests. */
public final class Lists {
    public static final String NO = "L-511602-20261122-7KQ2M9XT";

    private Lists() {}

    /** The list of flow.md: ten lines, nine to bring. */
    public static String restaurant() {
        return json("restaurant", list -> {});
    }

    /** The same, with the fire safety check by 告知承诺. */
    public static String byCommitment() {
        return json("restaurant-by-commitment", list -> {});
    }

    /** The list of flow.md, changed before it was signed. */
    public static String restaurant(Consumer<ObjectNode> change) {
        return json("restaurant", change);
    }

    private static String json(String name, Consumer<ObjectNode> change) {
        try (InputStream in = Lists.class.getResourceAsStream("/lists/" + name + ".json")) {
            ObjectNode list = (ObjectNode) Json.mapper().readTree(Objects.requireNonNull(in));
            change.accept(list);
            return list.put("digest", "sha-256:" + CanonicalJson.sha256Hex(list))
                    .put("kid", "list-1")
                    .toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
