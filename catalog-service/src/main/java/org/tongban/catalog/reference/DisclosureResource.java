package org.tongban.catalog.reference;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.division.Divisions;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.catalog.text.ChineseText;
import org.tongban.platform.problem.BadInput;
import tools.jackson.databind.JsonNode;

/** The pages that are imported and shown as they are: 负面清单, 中介服务, 常见问题 and announcements; empty before an import. */
@RestController
@RequestMapping("/api/catalog")
final class DisclosureResource {
    private final References references;

    DisclosureResource(References references) {
        this.references = references;
    }

    /** An entry and its place among those that fit. */
    private record Row(String key, JsonNode entry) {}

    @GetMapping("/negative-list")
    Page<JsonNode> negativeList(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String type,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Predicate<Fields> wanted =
                is("type", type).and(is("department", department)).and(says(q));
        return page(ReferenceFile.NEGATIVE_LIST, "entries", wanted, cursor, limit);
    }

    @GetMapping("/intermediary-services")
    Page<JsonNode> intermediaryServices(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        Predicate<Fields> wanted = names(item).and(is("department", department)).and(says(q));
        return page(ReferenceFile.INTERMEDIARY_SERVICES, "services", wanted, cursor, limit);
    }

    @GetMapping("/faqs")
    Page<JsonNode> faqs(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return page(ReferenceFile.FAQS, "faqs", is("item", item).and(says(q)), cursor, limit);
    }

    @GetMapping("/items/{id}/faqs")
    Page<JsonNode> faqsOf(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return page(ReferenceFile.FAQS, "faqs", is("item", id), cursor, limit);
    }

    @GetMapping("/announcements")
    Page<JsonNode> announcements(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String item,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        if (division != null && !division.matches("\\d{6}")) {
            throw new BadInput("/division", "division须为6位区划代码。", "The division is a code of six digits.");
        }
        Predicate<Fields> wanted = names(item).and(goodIn(division)).and(says(q));
        return page(ReferenceFile.ANNOUNCEMENTS, "announcements", wanted, cursor, limit);
    }

    private Page<JsonNode> page(
            ReferenceFile file, String array, Predicate<Fields> wanted, @Nullable String cursor, int limit) {
        int most = Paging.limit(limit);
        List<Fields> entries = new ArrayList<>();
        JsonNode tree = references.tree(file);
        if (tree != null) {
            tree.get(array).forEach(entry -> entries.add(new Fields(entry)));
        }
        List<Row> rows = new ArrayList<>();
        entries.stream()
                .filter(wanted)
                .sorted(Comparator.comparing((Fields entry) -> entry.text("date", ""))
                        .reversed())
                .forEach(entry -> rows.add(new Row(Integer.toString(rows.size()), entry.node())));
        Page<Row> page = Paging.slice(rows, cursor, most, Row::key);
        return new Page<>(page.items().stream().map(Row::entry).toList(), page.next());
    }

    private static Predicate<Fields> is(String field, @Nullable String value) {
        return entry -> value == null || value.equals(entry.text(field));
    }

    private static Predicate<Fields> names(@Nullable String item) {
        return entry -> item == null || entry.texts("items").contains(item);
    }

    /** What names no division is said to all. */
    private static Predicate<Fields> goodIn(@Nullable String division) {
        List<String> upwards = division == null ? List.of() : Divisions.upwards(division);
        return entry ->
                division == null || entry.text("division") == null || upwards.contains(entry.text("division", ""));
    }

    /** All that was typed stands somewhere in the texts of the entry. */
    private static Predicate<Fields> says(@Nullable String q) {
        List<String> words = q == null
                ? List.of()
                : List.of(ChineseText.typed(q).toLowerCase(Locale.ROOT).split(" "));
        return entry -> {
            StringBuilder texts = new StringBuilder();
            entry.node()
                    .forEach(value -> texts.append(value.isString() ? value.stringValue() : "")
                            .append('\n'));
            String text = texts.toString().toLowerCase(Locale.ROOT);
            return words.stream().allMatch(text::contains);
        };
    }
}
