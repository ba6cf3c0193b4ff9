package org.tongban.catalog.directory;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.NamedCode;
import org.tongban.catalog.item.Place;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** Reading the directory in pages, and putting a division's own in place. */
@RestController
@RequestMapping("/api/catalog/directory")
final class DirectoryResource {
    private static final int LONGEST_TEXT = 100;

    private final Directory directory;
    private final Items items;
    private final Idempotency idempotency;

    DirectoryResource(Directory directory, Items items, Idempotency idempotency) {
        this.directory = directory;
        this.items = items;
        this.idempotency = idempotency;
    }

    /** The guide that an entry has in its division; place is null for a national one. */
    record Guide(
            String item, int version, String name, @Nullable Place place) {
        static Guide of(PublishedItem guide) {
            return new Guide(
                    guide.id(),
                    guide.version(),
                    guide.item().name(),
                    guide.item().national() ? null : guide.item().division());
        }
    }

    /**
     * An entry as it is shown.
     *
     * @param guide null where there is none yet
     * @param note says so in the caller's language
     */
    record Shown(
            String code,
            String division,
            String name,
            String department,
            @Nullable String departmentCode,
            NamedCode kind,
            @Nullable String group,
            @Nullable Guide guide,
            @Nullable String note) {}

    @PutMapping
    ResponseEntity<String> put(@RequestBody JsonNode body, Command command) {
        return idempotency
                .create(
                        command,
                        OpaqueId::next,
                        id -> Answer.ok(directory.take(DirectoryReader.read(body))),
                        id -> new Directory.Taken(
                                0, 0, DirectoryReader.read(body).size()))
                .toResponse();
    }

    @GetMapping
    Page<Shown> entries(
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Locale locale) {
        if (division != null && !division.matches("\\d{6}")) {
            throw new BadInput("/division", "division须为6位区划代码。", "The division is a code of six digits.");
        }
        if (q != null && q.length() > LONGEST_TEXT) {
            throw new BadInput("/q", "q最多" + LONGEST_TEXT + "个字符。", "q takes at most " + LONGEST_TEXT + " characters.");
        }
        if (q != null && division == null) {
            throw new BadInput(
                    "/division",
                    "按名称查找须同时指明区划（division）。",
                    "Name the division in whose directory the text is looked for.");
        }
        int most = Paging.limit(limit);
        List<DirectoryEntry> found = directory.after(Paging.after(cursor), division, q, most + 1);
        Map<String, Map<String, PublishedItem>> guides = found.stream()
                .collect(Collectors.groupingBy(
                        DirectoryEntry::division, Collectors.mapping(DirectoryEntry::name, Collectors.toList())))
                .entrySet()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> items.named(each.getValue(), each.getKey())));
        List<Shown> shown = found.stream()
                .map(entry -> shown(entry, guides.getOrDefault(entry.division(), Map.of()), locale))
                .toList();
        return Paging.page(shown, most, Shown::code);
    }

    private static Shown shown(DirectoryEntry entry, Map<String, PublishedItem> guides, Locale locale) {
        PublishedItem guide = guides.get(entry.name());
        return new Shown(
                entry.id(),
                entry.division(),
                entry.name(),
                entry.department(),
                entry.departmentCode(),
                new NamedCode(entry.kind(), entry.kindName()),
                entry.group(),
                guide == null ? null : Guide.of(guide),
                guide == null ? new Said("此事项还没有办事指南。", "There is no guide for this item yet.").in(locale) : null);
    }
}
