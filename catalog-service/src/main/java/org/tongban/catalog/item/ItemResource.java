package org.tongban.catalog.item;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** One item, its versions, and what is dirty in the catalogue. */
@RestController
@RequestMapping("/api/catalog")
final class ItemResource {
    private final Items items;

    ItemResource(Items items) {
        this.items = items;
    }

    /** A version in the history of an item. */
    record VersionRow(int version, Instant publishedAt, String digest, int flags) {}

    /** Something dirty, said in the caller's language. */
    record FlagSaid(String code, Severity severity, String pointer, String detail) {
        static List<FlagSaid> of(List<Flag> flags, Locale locale) {
            return flags.stream()
                    .map(flag -> new FlagSaid(
                            flag.code(), flag.severity(), flag.pointer(), new Said(flag.zh(), flag.en()).in(locale)))
                    .toList();
        }
    }

    /** An item with all that is dirty in it. */
    record Flagged(String id, int version, String name, List<FlagSaid> flags) {}

    @GetMapping("/items/{id}")
    JsonNode item(@PathVariable String id, Locale locale) {
        CatalogItem item = items.item(id);
        ObjectNode shown = shown(item.published(), item.edition(), locale);
        shown.put("standing", item.standing().name());
        Halt halt = item.halt();
        if (halt != null) {
            shown.put("reason", halt.reason());
            shown.put("notice", halt.notice());
            shown.putPOJO("since", halt.since());
        }
        return shown;
    }

    @GetMapping("/items/{id}/versions")
    Page<VersionRow> versions(
            @PathVariable String id,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        CatalogItem item = items.item(id);
        int most = Paging.limit(limit);
        List<VersionRow> rows = items.versionsBefore(item, before(Paging.after(cursor)), most + 1).stream()
                .map(row -> new VersionRow(
                        row.version(),
                        row.edition().publishedAt(),
                        row.edition().digest(),
                        row.edition().flags().size()))
                .toList();
        return Paging.page(rows, most, row -> Integer.toString(row.version()));
    }

    @GetMapping("/items/{id}/versions/{version}")
    JsonNode version(@PathVariable String id, @PathVariable int version, Locale locale) {
        return items.version(items.item(id), version)
                .map(found -> shown(found.version(), found.edition(), locale))
                .orElseThrow(() -> new NotFound(CatalogItem.unknown(ItemVersion.id(id, version))));
    }

    @GetMapping("/flags")
    Page<Flagged> flags(
            @RequestParam(required = false) @Nullable String code,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Locale locale) {
        int most = Paging.limit(limit);
        List<Flagged> flagged = items.flagged(code, Paging.after(cursor), most + 1).stream()
                .map(item -> new Flagged(
                        item.id(),
                        item.published(),
                        item.edition().name(),
                        FlagSaid.of(item.edition().flags(), locale)))
                .toList();
        return Paging.page(flagged, most, Flagged::id);
    }

    private static int before(String key) {
        return key.matches("\\d{1,9}") ? Integer.parseInt(key) : Integer.MAX_VALUE;
    }

    /** The gsi-1 form as it came, and beside it what publishing adds. */
    private static ObjectNode shown(int version, Edition edition, Locale locale) {
        ObjectNode shown = (ObjectNode) Json.mapper().readTree(edition.gsi());
        shown.put("version", version);
        shown.put("digest", edition.digest());
        shown.putPOJO("publishedAt", edition.publishedAt());
        shown.putPOJO("flags", FlagSaid.of(edition.flags(), locale));
        return shown;
    }
}
