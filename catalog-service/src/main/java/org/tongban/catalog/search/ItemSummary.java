package org.tongban.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.NamedCode;
import org.tongban.catalog.item.Place;
import org.tongban.catalog.item.PublishedItem;

/**
 * An item as a page of hits shows it.
 *
 * @param suspended that it cannot be asked for now; null when it can
 * @param highlights where it has what was looked for
 */
public record ItemSummary(
        String id,
        int version,
        String name,
        String department,
        String scope,
        @Nullable Place division,
        @Nullable NamedCode kind,
        @Nullable String caseType,
        List<String> applicants,
        @Nullable Suspension suspended,
        List<Highlight> highlights) {
    public ItemSummary {
        applicants = List.copyOf(applicants);
        highlights = List.copyOf(highlights);
    }

    static ItemSummary of(PublishedItem published) {
        Item item = published.item();
        return new ItemSummary(
                item.id(),
                published.version(),
                item.name(),
                item.department(),
                item.national() ? "national" : "local",
                item.division(),
                item.kind(),
                item.caseType(),
                item.applicants(),
                Suspension.of(published),
                List.of());
    }

    ItemSummary with(List<Highlight> found) {
        return new ItemSummary(
                id, version, name, department, scope, division, kind, caseType, applicants, suspended, found);
    }
}
