package org.tongban.store;

import de.bwaldvogel.mongo.backend.IndexKey;
import de.bwaldvogel.mongo.bson.Document;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.PriorityQueue;
import org.jspecify.annotations.Nullable;

/** Puts documents in the wanted order while keeping no more of each than its place and what it is sorted by. */
final class SearchOrder {

    private record Placed(Key by, Key position) {

        private static final Comparator<Placed> FIRST_TO_LAST =
                Comparator.comparing(Placed::by).thenComparing(Placed::position);
    }

    private SearchOrder() {}

    /** The order a command asks for; the natural one is that of {@code _id}. */
    static Document of(@Nullable Document order) {
        if (order == null) {
            return new Document();
        }
        return order.containsKey("$natural") ? new Document("_id", order.get("$natural")) : order;
    }

    static boolean rises(Document order, String path) {
        return !(order.get(path) instanceof Number direction) || direction.intValue() > 0;
    }

    /**
     * The places of what was found, sorted.
     *
     * @param limit how many of them at most, 0 for all
     */
    static Deque<Key> sorted(Hits hits, Document order, int skip, int limit) {
        PriorityQueue<Placed> kept = new PriorityQueue<>(Placed.FIRST_TO_LAST.reversed());
        long most = limit == 0 ? Long.MAX_VALUE : (long) limit + skip;
        for (Hit hit = hits.next(); hit != null; hit = hits.next()) {
            kept.add(new Placed(new Key(sortedBy(hit.matched(), order)), hit.position()));
            if (kept.size() > most) {
                kept.poll();
            }
        }
        List<Placed> placed = new ArrayList<>(kept);
        placed.sort(Placed.FIRST_TO_LAST);
        Deque<Key> positions = new ArrayDeque<>();
        placed.stream().skip(skip).map(Placed::position).forEach(positions::add);
        return positions;
    }

    /** Of several values the first in the wanted direction counts. */
    private static byte[] sortedBy(Document document, Document order) {
        byte[] by = new byte[0];
        for (String path : order.keySet()) {
            IndexKey field = new IndexKey(path, rises(order, path));
            by = Range.joined(
                    by, IndexedValues.of(document, List.of(field)).entries().get(0));
        }
        return by;
    }
}
