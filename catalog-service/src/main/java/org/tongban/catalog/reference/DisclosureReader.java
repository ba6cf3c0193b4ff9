package org.tongban.catalog.reference;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.function.Predicate;
import org.tongban.catalog.item.Fields;
import tools.jackson.databind.JsonNode;

/** Checks the files that are shown as they are: that each entry has what readers rely on. */
final class DisclosureReader {
    private DisclosureReader() {}

    /** 负面清单: what may not be done at all, or only with a licence. */
    static void negativeList(JsonNode file) {
        check(file, "entries", entry -> has(entry, "name", "type"));
    }

    /** 中介服务: what a guide asks for that a third party makes. */
    static void intermediaryServices(JsonNode file) {
        check(
                file,
                "services",
                entry -> has(entry, "name") && !entry.texts("items").isEmpty());
    }

    /** 常见问题, each of one item. */
    static void faqs(JsonNode file) {
        check(file, "faqs", entry -> has(entry, "item", "question", "answer"));
    }

    /** Announcements of changes, each with its day. */
    static void announcements(JsonNode file) {
        check(file, "announcements", entry -> has(entry, "title", "text") && isDay(entry.text("date", "")));
    }

    private static void check(JsonNode file, String array, Predicate<Fields> complete) {
        Entries.read(file, array, entry -> complete.test(entry) ? entry : null);
    }

    private static boolean has(Fields entry, String... names) {
        for (String name : names) {
            if (entry.text(name) == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isDay(String text) {
        try {
            LocalDate.parse(text);
            return true;
        } catch (DateTimeParseException noDay) {
            return false;
        }
    }
}
