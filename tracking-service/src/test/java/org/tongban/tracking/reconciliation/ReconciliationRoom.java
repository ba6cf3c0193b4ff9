package org.tongban.tracking.reconciliation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.FarSideDown;
import org.tongban.platform.reconciliation.Positions;
import org.tongban.platform.reconciliation.Settlement;
import org.tongban.tracking.timeline.TimelineRoom;
import org.tongban.tracking.timeline.Timelines;

/** A reconciliation of a {@link TimelineRoom} with far sides in the test's hand. */
public final class ReconciliationRoom {
    public final Reconciliation reconciliation;
    final Forgetting forgetting;
    public final Hand application = new Hand("application");
    public final Hand notification = new Hand("notification");

    /** A far side that says what it is told to say. */
    public static final class Hand implements Side {
        private final String name;
        private final List<Positions.Position> positions = new ArrayList<>();
        final List<Settlement.Wanted> settled = new ArrayList<>();
        Supplier<Instant> settledAt = () -> Instant.EPOCH;
        public boolean silent;
        Runnable whileItReads = () -> {};

        private Hand(String name) {
            this.name = name;
        }

        public void says(String code, long sequence, Instant changedAt) {
            says(new Positions.Position(code, sequence, changedAt, 0, false));
        }

        void says(Positions.Position position) {
            positions.removeIf(known -> known.code().equals(position.code()));
            positions.add(position);
        }

        private boolean settle(String code, Settlement.Wanted wanted) {
            settled.add(wanted);
            boolean stray =
                    positions.stream().anyMatch(each -> each.code().equals(code) && each.sequence() > wanted.told());
            if (stray && name.equals("notification")) {
                says(code, wanted.told(), settledAt.get());
            }
            return stray && name.equals("notification");
        }

        /** Pages of one position each, so that walks turn pages. */
        @Override
        public Positions.Page after(@Nullable String cursor) {
            if (silent) {
                throw new FarSideDown(name);
            }
            whileItReads.run();
            String[] after = cursor == null ? new String[] {"1970-01-01T00:00:00.000Z"} : cursor.split(",", 2);
            Instant moment = Instant.parse(after[0]);
            List<Positions.Position> rest = positions.stream()
                    .filter(each -> each.changedAt().isAfter(moment)
                            || (after.length == 2
                                    && each.changedAt().equals(moment)
                                    && each.code().compareTo(after[1]) > 0))
                    .sorted(java.util.Comparator.comparing(Positions.Position::changedAt)
                            .thenComparing(Positions.Position::code))
                    .toList();
            if (rest.size() <= 1) {
                return new Positions.Page(rest, null);
            }
            Positions.Position first = rest.get(0);
            return new Positions.Page(
                    List.of(first), org.tongban.platform.time.Instants.text(first.changedAt()) + "," + first.code());
        }
    }

    public ReconciliationRoom(TimelineRoom room) {
        notification.settledAt = room.clock::instant;
        Positions theirs = Positions.heard(room.timelines.store().documents(), Timelines.APPLICATION.name());
        FarPositions far = new FarPositions(room.store.database());
        OwnPositions own = new OwnPositions(room.timelines.store().documents());
        reconciliation = new Reconciliation(
                List.of(
                        new Party(Teller.APPLICATION, application),
                        new Party(null, theirs::after),
                        new Party(Teller.NOTIFICATION, notification)),
                far,
                new Differences(far, own),
                new Reports(room.store.database()),
                room.clock);
        Settlement ours = new Settlement(room.store.database(), Timelines.TYPE.collection(), room.clock);
        forgetting = new Forgetting(
                reconciliation,
                far,
                own,
                Map.of(
                        "tracking",
                        (code, wanted) -> ours.settle(code, wanted).changed(),
                        "notification",
                        notification::settle,
                        "application",
                        application::settle),
                room.store.database(),
                room.clock);
    }

    public void round() {
        reconciliation.round();
    }
}
