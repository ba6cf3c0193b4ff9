package org.tongban.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * How a search is read: which stretches of which index, which way.
 *
 * @param sorted whether reading so gives the wanted order, and can stop at the limit
 * @param cost about how many documents have to be looked at
 */
record Plan(StoreIndex index, List<Range> ranges, boolean backwards, boolean sorted, long cost) {

    /** The cheapest way; the index over {@code _id} can always be used. */
    static Plan cheapest(List<StoreIndex> indexes, Document filter, Document order, int limit) {
        List<Conditions> branches = Conditions.of(filter);
        return indexes.stream()
                .map(index -> of(index, branches, order, limit))
                .filter(Objects::nonNull)
                .min(Comparator.comparingLong(Plan::cost).thenComparing(plan -> !plan.sorted))
                .orElseThrow();
    }

    private static @Nullable Plan of(StoreIndex index, List<Conditions> branches, Document order, int limit) {
        List<Range> all = new ArrayList<>();
        boolean leadsThere = true;
        for (Conditions branch : branches) {
            StoreIndex.Reach reach = index.reach(branch);
            if (reach == null) {
                return null;
            }
            all.addAll(reach.ranges());
            leadsThere &= branch.nameOnly(reach.by());
        }
        List<Range> ranges = Range.tidy(all);
        int direction = direction(index, index.fixedFields(branches), order);
        long count = index.count(ranges);
        boolean sorted = order.isEmpty() || direction != 0;
        boolean stopsEarly = sorted && limit > 0 && leadsThere;
        return new Plan(index, ranges, direction < 0, sorted, stopsEarly ? Math.min(count, limit) : count);
    }

    /**
     * 1 or -1 for the way that gives the wanted order, 0 if neither does: what is sorted by several values of a document is
     * not in the order of the entries, while what lies behind one value of such a field is.
     */
    private static int direction(StoreIndex index, int fixed, Document order) {
        List<IndexKey> fields = fields(index);
        int direction = 0;
        int at = 0;
        for (String path : order.keySet()) {
            while (at < fixed && !fields.get(at).getKey().equals(path)) {
                at++;
            }
            if (at == fields.size() || !fields.get(at).getKey().equals(path) || index.severalValues(at)) {
                return 0;
            }
            int wanted = SearchOrder.rises(order, path) == fields.get(at).isAscending() ? 1 : -1;
            if (at >= fixed && direction != 0 && direction != wanted) {
                return 0;
            }
            direction = at >= fixed ? wanted : direction;
            at++;
        }
        return direction == 0 && !order.isEmpty() ? 1 : direction;
    }

    /** Documents with equal values follow each other by their {@code _id}. */
    private static List<IndexKey> fields(StoreIndex index) {
        List<IndexKey> fields = new ArrayList<>(index.getKeys());
        if (fields.stream().noneMatch(field -> field.getKey().equals("_id"))) {
            fields.add(new IndexKey("_id", true));
        }
        return fields;
    }
}
