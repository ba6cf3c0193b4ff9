package org.tongban.catalog.list;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Because;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Need;

/**
 * One line of the list: one paper, or one set of papers, for one or more guides' lines.
 *
 * @param parts the guides' lines it stands for
 * @param narrow those of them whose papers do for all others
 */
record Requirement(List<Called> parts, Set<Called> narrow) {
    Requirement {
        parts = List.copyOf(parts);
        narrow = Set.copyOf(narrow);
    }

    /** The part that says which papers are wanted. */
    Called narrowest() {
        return parts.stream().filter(narrow::contains).findFirst().orElseThrow();
    }

    Called first() {
        return parts.get(0);
    }

    boolean isFor(String item) {
        return parts.stream().anyMatch(part -> part.item().equals(item));
    }

    Need need() {
        return parts.stream().map(Called::need).max(Comparator.naturalOrder()).orElse(Need.REQUIRED);
    }

    @Nullable
    Integer most(Function<Material, @Nullable Integer> count) {
        return parts.stream()
                .map(part -> part.most(count))
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }

    /** Why each item asks for it, in the order of the parts. */
    Map<String, Because> because() {
        Map<String, Because> byItem = new LinkedHashMap<>();
        parts.forEach(part -> byItem.merge(part.item(), part.because(), Because::and));
        return byItem;
    }

    Requirement sorted(Comparator<Called> order) {
        return new Requirement(parts.stream().sorted(order).toList(), narrow);
    }
}
