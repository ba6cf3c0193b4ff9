package org.tongban.catalog.search;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;

/** Finding items, bundles and departments, and what to type. */
@RestController
@RequestMapping("/api/catalog")
final class SearchResource {
    private final Finding finding;
    private final Suggestions suggestions;
    private final ItemIndex index;
    private final FacetLabels labels;

    SearchResource(Finding finding, Suggestions suggestions, ItemIndex index, FacetLabels labels) {
        this.finding = finding;
        this.suggestions = suggestions;
        this.index = index;
        this.labels = labels;
    }

    /** A bundle that fits what was looked for. */
    record BundleHit(String key, String name) {}

    /**
     * Hits, and the bundles beside them.
     *
     * @param facets counts by facet; on the first page only
     * @param understoodAs official names that were looked for besides the words
     * @param near what is near, when nothing fits
     */
    record Found(
            List<ItemSummary> items,
            List<BundleHit> bundles,
            @Nullable String next,
            Map<String, List<FacetLabels.Labelled>> facets,
            List<String> understoodAs,
            Finding.@Nullable Near near) {}

    /** A department and how many items it has. */
    record Department(String name, int items) {}

    /** What to type, best first. */
    record Suggested(List<Suggestions.Suggestion> items) {}

    @GetMapping("/items")
    Found items(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String applicant,
            @RequestParam(required = false) @Nullable String caseType,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        Filters filters = Filters.NONE
                .in(division)
                .of(department)
                .servedTo(applicant)
                .decidedAs(caseType)
                .ofKind(kind);
        Finding.Found found =
                finding.find(q, filters, cursor == null ? null : Cursor.parse(cursor), Paging.limit(limit));
        return new Found(
                found.hits().items(),
                found.bundles().stream()
                        .map(bundle -> new BundleHit(bundle.key(), bundle.name()))
                        .toList(),
                found.hits().nextText(),
                labels.of(found.hits().counts()),
                found.understoodAs(),
                found.near());
    }

    @GetMapping("/suggestions")
    Suggested suggestions(
            @RequestParam String q,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(defaultValue = "10") int limit) {
        return new Suggested(suggestions.suggest(
                Finding.checked(q), Filters.NONE.in(division).division(), Paging.limit(limit)));
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
