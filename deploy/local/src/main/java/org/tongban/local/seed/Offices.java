package org.tongban.local.seed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Who has to be there so that every guide of {@code deploy/data} is worked by somebody: a national one by the department of
 * the division where the hall stands, a local one by the department of its own.
 */
public final class Offices {

    /** Where the hall of the one-machine stack stands: 广安区. */
    private static final String HOME = "511602";

    private static final JsonMapper JSON = new JsonMapper();

    private Offices() {}

    /** All that the guides of this folder need, by division and short name. */
    public static List<Office> in(Path data) {
        Map<String, String> slugs = slugs(data.resolve("departments.json"));
        try (Stream<Path> files = Files.list(data.resolve("items"))) {
            return files.filter(file -> file.toString().endsWith(".json"))
                    .map(file -> office(read(file), slugs))
                    .distinct()
                    .sorted((one, other) -> one.slug().compareTo(other.slug()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Office office(JsonNode guide, Map<String, String> slugs) {
        String department = guide.path("department").asString();
        String division = guide.path("division").path("code").asString(HOME);
        String slug = slugs.get(department);
        if (slug == null) {
            throw new Refused("The guide " + guide.path("id").asString("") + " is of the department \"" + department
                    + "\", which deploy/data/departments.json does not name: add it, with a slug for its user names.");
        }
        return new Office(division.equals(HOME) ? slug : slug + "-" + division, department, division);
    }

    private static Map<String, String> slugs(Path file) {
        Map<String, String> slugs = new HashMap<>();
        read(file)
                .path("departments")
                .forEach(department -> slugs.put(
                        department.path("name").asString(),
                        department.path("slug").asString()));
        return slugs;
    }

    private static JsonNode read(Path file) {
        try {
            return JSON.readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
