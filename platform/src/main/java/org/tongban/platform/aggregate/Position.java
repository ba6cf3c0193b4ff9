package org.tongban.platform.aggregate;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonValue;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;

/**
 * How far an aggregate has heard a source.
 *
 * <p>Stored as {@code {last: 7, skipped: [[3, 5], [7, 7]]}}; the older form with one number for each, {@code [3, 4, 5, 7]},
 * is read as well.
 *
 * @param last the highest sequence that was applied or skipped
 * @param skipped numbers up to {@code last} that were not applied and may still come, ascending and apart
 */
record Position(long last, List<Gap> skipped) {
    /** No teller is that far ahead of its listener about one code: such a number is a broken one. */
    static final long FARTHEST_AHEAD = 10_000;
    /**
     * Beyond it the oldest gap is forgotten: what is in it can no longer be filled, and the document stays small. The
     * aggregate is told as a difference all the same, by those that are left.
     */
    static final int MOST_GAPS = 500;

    enum Verdict {
        APPLY,
        DROP,
        PARK
    }

    /** Numbers without a break that were given up, both ends included. */
    record Gap(long from, long to) {
        boolean holds(long sequence) {
            return from <= sequence && sequence <= to;
        }

        /** From either form. */
        private static Gap of(BsonValue stored) {
            if (!stored.isArray()) {
                long number = stored.asNumber().longValue();
                return new Gap(number, number);
            }
            BsonArray ends = stored.asArray();
            return new Gap(
                    ends.get(0).asNumber().longValue(), ends.get(1).asNumber().longValue());
        }

        private BsonArray toBson() {
            return new BsonArray(List.of(new BsonInt64(from), new BsonInt64(to)));
        }
    }

    Position {
        skipped = joined(skipped);
    }

    static Position of(BsonDocument document, Source source) {
        BsonDocument positions = document.getDocument(Layout.POSITIONS, new BsonDocument());
        return of(positions.getDocument(source.name(), new BsonDocument()));
    }

    private static Position of(BsonDocument position) {
        List<Gap> gaps = position.getArray("skipped", new BsonArray()).stream()
                .map(Gap::of)
                .toList();
        return new Position(Stored.number(position, "last"), gaps);
    }

    /** How many numbers an aggregate has given up, of whatever source it hears. */
    static long givenUp(BsonDocument document) {
        return document.getDocument(Layout.POSITIONS, new BsonDocument()).values().stream()
                .flatMap(position -> of(position.asDocument()).skipped().stream())
                .mapToLong(gap -> gap.to() - gap.from() + 1)
                .sum();
    }

    /** @throws UnreadableEvent when the number is so far ahead that it can be none */
    Verdict on(long sequence) {
        if (sequence == last + 1 || isSkipped(sequence)) {
            return Verdict.APPLY;
        }
        if (sequence <= last) {
            return Verdict.DROP;
        }
        if (sequence - last > FARTHEST_AHEAD) {
            throw new UnreadableEvent("number " + sequence + " is more than " + FARTHEST_AHEAD + " ahead of " + last);
        }
        return Verdict.PARK;
    }

    Position applied(long sequence) {
        List<Gap> rest = new ArrayList<>();
        for (Gap gap : skipped) {
            if (!gap.holds(sequence)) {
                rest.add(gap);
                continue;
            }
            if (gap.from() < sequence) {
                rest.add(new Gap(gap.from(), sequence - 1));
            }
            if (sequence < gap.to()) {
                rest.add(new Gap(sequence + 1, gap.to()));
            }
        }
        return new Position(Math.max(last, sequence), rest);
    }

    /** Every number after {@code last} up to this one is given up for now. */
    Position skippedTo(long sequence) {
        if (sequence <= last) {
            return this;
        }
        List<Gap> more = new ArrayList<>(skipped);
        more.add(new Gap(last + 1, sequence));
        return new Position(sequence, more);
    }

    BsonDocument toBson() {
        return new BsonDocument("last", new BsonInt64(last))
                .append(
                        "skipped",
                        new BsonArray(skipped.stream().map(Gap::toBson).toList()));
    }

    private boolean isSkipped(long sequence) {
        return skipped.stream().anyMatch(gap -> gap.holds(sequence));
    }

    private static List<Gap> joined(List<Gap> gaps) {
        List<Gap> joined = new ArrayList<>();
        for (Gap gap : gaps.stream().sorted(Comparator.comparingLong(Gap::from)).toList()) {
            int end = joined.size() - 1;
            if (end >= 0 && gap.from() <= joined.get(end).to() + 1) {
                Gap before = joined.get(end);
                joined.set(end, new Gap(before.from(), Math.max(before.to(), gap.to())));
            } else {
                joined.add(gap);
            }
        }
        return List.copyOf(joined.subList(Math.max(0, joined.size() - MOST_GAPS), joined.size()));
    }
}
