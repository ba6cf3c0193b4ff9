package org.tongban.catalog.register;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.page.Paging;
import org.tongban.catalog.search.Cursor;
import org.tongban.catalog.search.FacetLabels;
import org.tongban.catalog.search.Filters;
import org.tongban.catalog.search.Finding;
import org.tongban.catalog.search.ItemSummary;

/**
 * 权力清单 and 服务清单: the items by kind (GB/T 39046 table A.1) and department. An item whose guide states no kind is in
 * neither list.
 */
@RestController
@RequestMapping("/api/catalog")
final class RegisterResource {
    private final Finding finding;
    private final FacetLabels labels;

    RegisterResource(Finding finding, FacetLabels labels) {
        this.finding = finding;
        this.labels = labels;
    }

    /**
     * A page of a list.
     *
     * @param facets how many entries by kind, department, division and others; on the first page only
     */
    record Listed(List<ItemSummary> items, @Nullable String next, Map<String, List<FacetLabels.Labelled>> facets) {}

    @GetMapping("/power-list")
    Listed powers(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return listed(
                q,
                Filters.NONE
                        .within(Filters.Part.POWERS)
                        .ofKind(kind)
                        .of(department)
                        .in(division),
                cursor,
                limit);
    }

    @GetMapping("/service-list")
    Listed services(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String department,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        return listed(
                q, Filters.NONE.within(Filters.Part.SERVICES).of(department).in(division), cursor, limit);
    }

    private Listed listed(@Nullable String q, Filters filters, @Nullable String cursor, int limit) {
        Finding.Found found =
                finding.find(q, filters, cursor == null ? null : Cursor.parse(cursor), Paging.limit(limit));
        return new Listed(
                found.hits().items(),
                found.hits().nextText(),
                labels.of(found.hits().counts()));
    }
}
