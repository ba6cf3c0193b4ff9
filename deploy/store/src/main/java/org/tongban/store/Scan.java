package org.tongban.store;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.h2.mvstore.Cursor;
import org.jspecify.annotations.Nullable;

/** Reads the stretches of an index as planned and lets through what matches the whole filter. */
final class Scan implements Hits {

    private final StoreCollection collection;
    private final Wanted wanted;
    private final Plan plan;
    private final Set<Key> met = new HashSet<>();

    private List<Range> ranges;
    private int range;
    private @Nullable Cursor<byte[], byte[]> cursor;
    private byte @Nullable [] last;

    Scan(StoreCollection collection, Wanted wanted, Plan plan) {
        this.collection = collection;
        this.wanted = wanted;
        this.plan = plan;
        this.ranges = plan.ranges();
    }

    @Override
    public @Nullable Hit next() {
        while (range < ranges.size()) {
            Range current = ranges.get(plan.backwards() ? ranges.size() - 1 - range : range);
            Cursor<byte[], byte[]> open = cursor == null ? open(current) : cursor;
            cursor = open;
            while (open.hasNext()) {
                byte[] entry = open.next();
                if (current.contains(entry)) {
                    last = entry;
                    Hit hit = look(entry, open.getValue());
                    if (hit != null) {
                        return hit;
                    }
                } else if (last != null || !plan.backwards()) {
                    break;
                }
            }
            cursor = null;
            range++;
        }
        return null;
    }

    /** Backwards the cursor may begin with the key just after the range. */
    private Cursor<byte[], byte[]> open(Range current) {
        last = null;
        return plan.backwards()
                ? plan.index().entries().cursor(current.to(), current.from(), true)
                : plan.index().entries().cursor(current.from());
    }

    private @Nullable Hit look(byte[] entry, byte[] value) {
        Key position = plan.index().position(entry, value);
        if (plan.index().severalValues() && !met.add(position)) {
            return null;
        }
        return collection.match(position, wanted);
    }

    @Override
    public void pause() {
        if (cursor != null && last != null) {
            int rest = plan.backwards() ? ranges.size() - range : range;
            List<Range> unread = plan.backwards() ? ranges.subList(0, rest) : ranges.subList(rest, ranges.size());
            ranges = Range.beyond(unread, last, plan.backwards());
            range = 0;
        }
        cursor = null;
    }
}
