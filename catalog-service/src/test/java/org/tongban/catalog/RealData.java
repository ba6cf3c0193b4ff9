package org.tongban.catalog;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** The real input of {@code deploy/data}. */
public final class RealData {
    private static final Path DATA = Path.of("..", "deploy", "data");

    private RealData() {}

    /** A reference file as text: {@code divisions}. */
    public static String text(String name) {
        return read(DATA.resolve(name + ".json"));
    }

    /** Whether there is such a reference file. */
    public static boolean has(String name) {
        return Files.exists(DATA.resolve(name + ".json"));
    }

    public static JsonNode tree(String name) {
        return Json.mapper().readTree(text(name));
    }

    /** The 127 items in their gsi-1 form, by id. */
    public static Map<String, JsonNode> gsi() {
        try (Stream<Path> files = Files.list(DATA.resolve("items"))) {
            return files.sorted()
                    .map(file -> Json.mapper().readTree(read(file)))
                    .collect(Collectors.toMap(
                            item -> item.get("id").stringValue(),
                            item -> item,
                            (one, other) -> one,
                            LinkedHashMap::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same as published items, each at version 1. */
    public static Map<String, PublishedItem> items() {
        return gsi().values().stream()
                .map(ItemReader::read)
                .collect(Collectors.toMap(
                        item -> item.id(),
                        item -> new PublishedItem(item, 1),
                        (one, other) -> one,
                        LinkedHashMap::new));
    }

    public static List<String> ids() {
        return List.copyOf(gsi().keySet());
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
