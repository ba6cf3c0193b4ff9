package org.tongban.catalog.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalog.division.Division;
import org.tongban.catalog.reference.References;

/** Counts with the names that people read. */
@Component
public final class FacetLabels {
    private static final String NATION = "全国";

    private final References references;

    FacetLabels(References references) {
        this.references = references;
    }

    /**
     * One value of a facet.
     *
     * @param value what the filter of this name takes; null for guides that are good everywhere
     */
    public record Labelled(@Nullable String value, String label, int count) {}

    /** By the name of the facet; empty behind the first page. */
    public Map<String, List<Labelled>> of(List<Facet.Counts> counts) {
        Map<String, List<Labelled>> labelled = new LinkedHashMap<>();
        for (Facet.Counts facet : counts) {
            List<Labelled> values = new ArrayList<>();
            facet.values().forEach(value -> values.add(label(facet.facet(), value)));
            labelled.put(facet.facet().dimension(), List.copyOf(values));
        }
        return labelled;
    }

    private Labelled label(Facet facet, Facet.Count value) {
        if (facet == Facet.DIVISION && value.value().equals(ItemDocument.EVERYWHERE)) {
            return new Labelled(null, NATION, value.count());
        }
        String label = facet == Facet.DIVISION
                ? references
                        .now()
                        .divisions()
                        .find(value.value())
                        .map(Division::name)
                        .orElse(value.value())
                : value.value();
        return new Labelled(value.value(), label, value.count());
    }
}
