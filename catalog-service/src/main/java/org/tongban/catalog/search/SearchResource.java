package org.tongban.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.ApplicantType;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.catalog.reference.References;
import org.tongban.platform.problem.BadInput;

/** Finding items, bundles and departments. */
@RestController
@RequestMapping("/api/catalog")
final class SearchResource {
    private static final int LONGEST_TEXT = 200;

    private final ItemIndex index;
    private final References references;

    SearchResource(ItemIndex index, References references) {
        this.index = index;
        this.references = references;
    }

    /** A bundle that fits what was looked for. */
    record BundleHit(String key, String name) {}

    /** Hits, and the bundles beside them. */
    record Found(
            List<ItemSummary> items,
            List<BundleHit> bundles,
            @Nullable String next) {}

    /** A department and how many items it has. */
    record Department(String name, int items) {}

    @GetMapping("/items")
    Found items(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String applicant,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (q != null && q.length() > LONGEST_TEXT) {
            throw new BadInput("/q", "q最多" + LONGEST_TEXT + "个字符。", "q takes at most " + LONGEST_TEXT + " characters.");
        }
        if (division != null && !division.matches("\\d{6}")) {
            throw new BadInput("/division", "division须为6位区划代码。", "The division is a code of six digits.");
        }
        ApplicantType type = applicant == null ? null : ApplicantType.parse("/applicant", applicant);
        Hits hits = index.search(new ItemQuery(
                q,
                division,
                department,
                type == null ? null : type.label(),
                cursor == null ? null : Cursor.parse(cursor),
                Paging.limit(limit)));
        List<BundleHit> bundles = BundleFinder.find(references.now().bundles(), q).stream()
                .map(bundle -> new BundleHit(bundle.key(), bundle.name()))
                .toList();
        return new Found(
                hits.items(), bundles, hits.next() == null ? null : hits.next().text());
    }

    @GetMapping("/departments")
    Page<Department> departments(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        List<Department> all = index.departments().entrySet().stream()
                .map(entry -> new Department(entry.getKey(), entry.getValue()))
                .toList();
        return Paging.slice(all, cursor, Paging.limit(limit), Department::name);
    }
}
