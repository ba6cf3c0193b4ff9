package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What a revised list says otherwise than the one before; null where it says the same.
 *
 * @param answers those that changed, came or went
 * @param limits by item
 */
record Changes(
        List<Answered> answers,
        ChangedItems items,
        List<ItemField> limits,
        ChangedLines lines,
        @Nullable Turn fees,
        @Nullable Turn toBring,
        @Nullable Turn duration) {

    /** Something before and now; null before it was there, or now that it is gone. */
    record Turn(@Nullable JsonNode before, @Nullable JsonNode now) {}

    /** An answer to a question. */
    record Answered(
            String question,
            @Nullable JsonNode before,
            @Nullable JsonNode now) {}

    /** One thing about one item. */
    record ItemField(
            String item,
            String field,
            @Nullable JsonNode before,
            @Nullable JsonNode now) {}

    /** Which items came, went or are otherwise, their limits left aside. */
    record ChangedItems(List<String> added, List<String> removed, List<ItemField> changed) {}

    /** Both lists as their signed JSON. */
    static Changes between(JsonNode before, JsonNode now) {
        List<ItemField> all = itemFields(before, now);
        return new Changes(
                answers(before.path("answers"), now.path("answers")),
                new ChangedItems(
                        missing(now, before),
                        missing(before, now),
                        all.stream().filter(each -> !isLimits(each)).toList()),
                all.stream().filter(Changes::isLimits).toList(),
                ChangedLines.between(before.path("lines"), now.path("lines")),
                turn(before, now, "fees"),
                turn(before, now, "toBring"),
                turn(before, now, "duration"));
    }

    private static List<Answered> answers(JsonNode before, JsonNode now) {
        TreeSet<String> questions = new TreeSet<>(before.propertyNames());
        questions.addAll(now.propertyNames());
        List<Answered> changed = new ArrayList<>();
        for (String question : questions) {
            if (!before.path(question).equals(now.path(question))) {
                changed.add(new Answered(question, before.get(question), now.get(question)));
            }
        }
        return changed;
    }

    private static List<ItemField> itemFields(JsonNode before, JsonNode now) {
        List<ItemField> changed = new ArrayList<>();
        for (JsonNode item : now.path("items")) {
            JsonNode old = item(before, item.path("item"));
            if (old != null) {
                for (String field : item.propertyNames()) {
                    if (!item.path(field).equals(old.path(field)) && !field.equals("answers")) {
                        changed.add(
                                new ItemField(item.path("item").stringValue(), field, old.get(field), item.get(field)));
                    }
                }
            }
        }
        return changed;
    }

    private static boolean isLimits(ItemField change) {
        return change.field().equals("limits");
    }

    /** The items of one list that the other does not have. */
    private static List<String> missing(JsonNode of, JsonNode in) {
        List<String> missing = new ArrayList<>();
        for (JsonNode item : of.path("items")) {
            if (item(in, item.path("item")) == null) {
                missing.add(item.path("item").stringValue());
            }
        }
        return missing;
    }

    private static @Nullable JsonNode item(JsonNode list, JsonNode id) {
        for (JsonNode item : list.path("items")) {
            if (item.path("item").equals(id)) {
                return item;
            }
        }
        return null;
    }

    private static @Nullable Turn turn(JsonNode before, JsonNode now, String field) {
        return before.path(field).equals(now.path(field)) ? null : new Turn(before.get(field), now.get(field));
    }
}
