package org.tongban.catalog.editing;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.comparing.Comparison;
import org.tongban.catalog.comparing.Difference;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Step;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotFound;
import tools.jackson.databind.JsonNode;

/** Who did what to an item, and what differs between its versions. */
@RestController
@RequestMapping("/api/catalog/items/{id}")
final class HistoryResource {
    private static final String DRAFT = "draft";
    private static final String PUBLISHED = "published";
    private static final String NOTHING = "0";

    private final Items items;

    HistoryResource(Items items) {
        this.items = items;
    }

    /** A difference in the caller's language. */
    record Row(
            String pointer,
            Difference.Kind kind,
            String text,
            @Nullable JsonNode before,
            @Nullable JsonNode after) {}

    /**
     * What differs between two forms of an item.
     *
     * @param from {@code draft} or the number of a version; 0 is nothing
     * @param to the same
     */
    record Diff(String item, String from, String to, List<Row> differences) {}

    @GetMapping("/history")
    Page<Step> history(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "50") int limit) {
        int most = Paging.limit(limit);
        List<Step> newestFirst = new ArrayList<>(items.history(items.dossier(id)));
        Collections.reverse(newestFirst);
        String after = Paging.after(cursor);
        int from = after.matches("\\d{1,9}") ? Math.max(0, newestFirst.size() - Integer.parseInt(after)) : 0;
        int to = Math.min(from + most, newestFirst.size());
        return Paging.ending(newestFirst.subList(from, to), to == newestFirst.size() ? null : newestFirst.size() - to);
    }

    /** Without from and to: what the draft changes, or where there is none what the last publication has changed. */
    @GetMapping("/diff")
    Diff diff(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            Locale locale) {
        Dossier dossier = items.dossier(id);
        boolean isDrafted = dossier.draft() != null;
        String later = named(dossier, "/to", to == null ? (isDrafted ? DRAFT : PUBLISHED) : to);
        int before = later.equals(DRAFT) ? dossier.published() : Integer.parseInt(later) - 1;
        String earlier = named(dossier, "/from", from == null ? Integer.toString(Math.max(0, before)) : from);
        List<Row> rows = Comparison.of(content(dossier, earlier), content(dossier, later)).stream()
                .map(each -> new Row(each.pointer(), each.kind(), each.said().in(locale), each.before(), each.after()))
                .toList();
        return new Diff(id, earlier, later, rows);
    }

    private static String named(Dossier dossier, String pointer, String form) {
        if (form.equals(PUBLISHED)) {
            return Integer.toString(dossier.published());
        }
        if (!form.equals(DRAFT) && !form.matches("\\d{1,9}")) {
            throw new BadInput(
                    pointer, "须为draft、published或版本号。", "This is draft, published or the number of a version.");
        }
        return form;
    }

    private JsonNode content(Dossier dossier, String form) {
        String gsi = switch (form) {
            case DRAFT -> dossier.draftToRead().gsi();
            case NOTHING -> "{}";
            default -> edition(dossier, Integer.parseInt(form)).gsi();
        };
        return Json.mapper().readTree(gsi);
    }

    private Edition edition(Dossier dossier, int version) {
        return items.edition(dossier, version)
                .orElseThrow(() -> new NotFound(
                        "事项“" + dossier.id() + "”没有第" + version + "版。",
                        "There is no version " + version + " of \"" + dossier.id() + "\"."));
    }
}
