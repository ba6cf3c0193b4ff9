package org.tongban.tracking.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.reconciliation.Positions;
import org.tongban.platform.time.Instants;

/** A way along one side's positions: it goes on where it stopped, and what is new is read with an overlap. */
final class Walk {
    /** Writes of one moment become visible in any order, and clocks differ. */
    static final Duration OVERLAP = Duration.ofMinutes(2);

    private final Side side;
    private @Nullable String cursor;
    private @Nullable Instant newest;

    private Walk(Side side, @Nullable String cursor) {
        this.side = side;
        this.cursor = cursor;
    }

    static Walk fromTheBeginning(Side side) {
        return new Walk(side, null);
    }

    static Walk from(Side side, Instant start) {
        return new Walk(side, Instants.text(start.minus(OVERLAP)));
    }

    /**
     * @param pages how many at most
     * @return true when the end was reached
     */
    boolean go(int pages, Consumer<List<Positions.Position>> each) {
        for (int page = 0; page < pages; page++) {
            Positions.Page read = side.after(cursor);
            each.accept(read.items());
            read.items().forEach(position -> newest = later(position.changedAt()));
            if (read.next() == null) {
                cursor = newest == null ? cursor : Instants.text(newest.minus(OVERLAP));
                return true;
            }
            cursor = read.next();
        }
        return false;
    }

    private Instant later(Instant changedAt) {
        return newest == null || changedAt.isAfter(newest) ? changedAt : newest;
    }
}
