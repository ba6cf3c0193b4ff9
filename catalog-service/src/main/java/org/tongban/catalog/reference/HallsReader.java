package org.tongban.catalog.reference;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.hall.Hall;
import org.tongban.catalog.item.Fields;
import tools.jackson.databind.JsonNode;

/** Reads {@code halls.json}; some public pages give the number of windows only, which names none. */
final class HallsReader {
    private HallsReader() {}

    static List<Hall> read(JsonNode file) {
        return Entries.read(file, "halls", HallsReader::hall);
    }

    private static @Nullable Hall hall(Fields entry) {
        String name = entry.text("name");
        return name == null
                ? null
                : new Hall(
                        entry.text("id"),
                        name,
                        entry.text("division"),
                        entry.texts("hours"),
                        entry.objects("windows", HallsReader::window));
    }

    private static Optional<Hall.Window> window(Fields entry) {
        return Optional.ofNullable(entry.text("id"))
                .map(id -> new Hall.Window(id, entry.text("name"), entry.texts("departments")));
    }
}
