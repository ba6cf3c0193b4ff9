package org.tongban.catalog.comparing;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** Compares two forms of one guide, field by field and line by line. */
public final class Comparison {
    /** Said in one piece: half a condition means something else. */
    private static final Set<String> WHOLE = Set.of("when");

    private final List<Difference> differences = new ArrayList<>();

    private Comparison() {}

    /** What differs, in the order of the form. */
    public static List<Difference> of(JsonNode before, JsonNode after) {
        Comparison comparison = new Comparison();
        comparison.objects(before, after, Spot.GUIDE);
        return comparison.differences;
    }

    private void objects(JsonNode before, JsonNode after, Spot spot) {
        Set<String> fields = new LinkedHashSet<>(before.propertyNames());
        fields.addAll(after.propertyNames());
        for (String field : fields) {
            values(before.get(field), after.get(field), spot.field(field), WHOLE.contains(field));
        }
    }

    private void values(@Nullable JsonNode before, @Nullable JsonNode after, Spot spot, boolean whole) {
        if (before == null || after == null) {
            oneSided(before, after, spot);
        } else if (before.equals(after)) {
            return;
        } else if (before.isObject() && after.isObject() && !whole) {
            objects(before, after, spot);
        } else if (before.isArray() && after.isArray()) {
            lists(before, after, spot);
        } else {
            Said old = PlainWords.of(before);
            Said now = PlainWords.of(after);
            add(
                    spot,
                    Difference.Kind.CHANGED,
                    spot.says("由" + old.zh() + "改为" + now.zh(), "changed from " + old.en() + " to " + now.en()),
                    before,
                    after);
        }
    }

    private void oneSided(@Nullable JsonNode before, @Nullable JsonNode after, Spot spot) {
        if (after != null) {
            Said now = PlainWords.of(after);
            add(spot, Difference.Kind.ADDED, spot.says("新增" + now.zh(), "added " + now.en()), null, after);
        } else if (before != null) {
            Said old = PlainWords.of(before);
            add(spot, Difference.Kind.REMOVED, spot.says("删除" + old.zh(), "removed " + old.en()), before, null);
        }
    }

    private void lists(JsonNode before, JsonNode after, Spot spot) {
        Map<Integer, Integer> pairs = Pairs.of(before, after);
        int found = differences.size();
        for (int i = 0; i < before.size(); i++) {
            Integer pair = pairs.get(i);
            if (pair == null) {
                oneSided(before.get(i), null, new Spot(spot.pointer() + "/" + i, spot.said()));
            } else {
                entries(before.get(i), after.get(pair), spot.entry(pair, PlainWords.called(after.get(pair))));
            }
        }
        for (int i = 0; i < after.size(); i++) {
            if (!pairs.containsValue(i)) {
                oneSided(null, after.get(i), new Spot(spot.pointer() + "/" + i, spot.said()));
            }
        }
        if (differences.size() == found) {
            add(spot, Difference.Kind.REORDERED, spot.says("顺序改变", "put in another order"), before, after);
        }
    }

    private void entries(JsonNode before, JsonNode after, Spot spot) {
        if (before.isObject() && after.isObject()) {
            objects(before, after, spot);
        }
    }

    private void add(Spot spot, Difference.Kind kind, Said said, @Nullable JsonNode before, @Nullable JsonNode after) {
        differences.add(new Difference(spot.pointer(), kind, said, before, after));
    }
}
