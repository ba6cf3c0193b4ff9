package org.tongban.catalog.list;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.RealData;
import org.tongban.catalog.guide.Given;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.RealReference;
import org.tongban.catalog.reference.Reference;

/** Wishes over the real catalogue, and what comes of them. */
final class Wishes {
    static final String GUANGAN = "511602";
    private static final Map<String, PublishedItem> ITEMS = RealData.items();

    private Wishes() {}

    /** The restaurant of flow.md. */
    static Wish restaurant(String... answers) {
        return new Wish(
                "open-restaurant",
                List.of("mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"),
                GUANGAN,
                "自然人",
                answers(answers));
    }

    static Wish items(String division, String applicant, String... items) {
        return new Wish(null, Arrays.asList(items), division, applicant, Map.of());
    }

    static Wish bundle(String bundle, @Nullable List<String> items, String division, String applicant) {
        return new Wish(bundle, items, division, applicant, Map.of());
    }

    /** Keys and single values by turns. */
    static Map<String, Given> answers(String... keysAndValues) {
        Map<String, Given> answers = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            answers.put(keysAndValues[i], new Given(List.of(keysAndValues[i + 1]), false));
        }
        return answers;
    }

    static Draft draft(Wish wish) {
        return draft(wish, RealReference.get(), ITEMS);
    }

    static Draft draft(Wish wish, Reference reference, Map<String, PublishedItem> items) {
        Choice choice = Choice.of(
                wish,
                reference::bundle,
                ids -> ids.stream()
                        .distinct()
                        .filter(id ->
                                items.containsKey(id) && items.get(id).item().isGoodIn(wish.division()))
                        .collect(Collectors.toMap(id -> id, id -> id)),
                50);
        return new Drafting(reference).draft(wish, choice, items);
    }
}
