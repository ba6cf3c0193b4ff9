package org.tongban.catalog.list;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.Reference;
import org.tongban.catalog.reference.References;
import org.tongban.platform.problem.NotAllowed;

/** Drafts lists on what is published now; stores nothing. */
@Service
class Inquiries {
    private final Items items;
    private final References references;
    private final ListProperties properties;

    Inquiries(Items items, References references, ListProperties properties) {
        this.items = items;
        this.references = references;
        this.properties = properties;
    }

    /**
     * Goes as far as the answers go.
     *
     * @throws NotAllowed naming what in the wish cannot be taken
     */
    Draft draft(Wish wish) {
        return draft(wish, null);
    }

    /** The same with one item as it is being written, whatever is published of it. */
    Draft preview(Wish wish, PublishedItem written) {
        return draft(wish, written);
    }

    private Draft draft(Wish wish, @Nullable PublishedItem written) {
        Reference reference = references.now();
        if (reference.divisions().find(wish.division()).isEmpty()) {
            throw new NotAllowed(
                    "/division", "没有区划“" + wish.division() + "”。", "There is no division \"" + wish.division() + "\".");
        }
        Map<String, PublishedItem> guides = new HashMap<>();
        Choice choice = Choice.of(
                wish,
                reference::bundle,
                ids -> {
                    guides.putAll(items.guides(ids, wish.division()));
                    return goodIn(wish.division(), guides);
                },
                properties.itemsAtMost());
        List<String> others = choice.items().stream()
                .filter(item -> !guides.containsKey(item))
                .toList();
        if (!others.isEmpty()) {
            guides.putAll(items.guides(others, wish.division()));
        }
        if (written != null) {
            guides.put(written.id(), written);
        }
        Map<String, PublishedItem> found = new HashMap<>();
        guides.values().forEach(guide -> found.put(guide.id(), guide));
        return new Drafting(reference).draft(wish, choice.with(guides), found);
    }

    private static Map<String, String> goodIn(String division, Map<String, PublishedItem> guides) {
        return guides.entrySet().stream()
                .filter(guide -> guide.getValue().item().isGoodIn(division))
                .collect(Collectors.toMap(
                        Map.Entry::getKey, guide -> guide.getValue().id()));
    }
}
