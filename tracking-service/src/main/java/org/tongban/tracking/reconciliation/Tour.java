package org.tongban.tracking.reconciliation;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.tongban.platform.reconciliation.Positions;

/** Walks along all parties' positions, each at its own pace. */
final class Tour {
    private final Map<Party, Walk> under = new LinkedHashMap<>();

    Tour(List<Party> parties, Function<Side, Walk> start) {
        parties.forEach(party -> under.put(party, start.apply(party.side())));
    }

    /** Goes on everywhere, from where each walk stopped. */
    void go(int pages, BiConsumer<Party, List<Positions.Position>> each) {
        for (Map.Entry<Party, Walk> walk : under.entrySet()) {
            walk.getValue().go(pages, positions -> each.accept(walk.getKey(), positions));
        }
    }

    /**
     * Goes on and leaves out who has come to the end.
     *
     * @return true when everybody has
     */
    boolean finish(int pages, BiConsumer<Party, List<Positions.Position>> each) {
        for (Map.Entry<Party, Walk> walk : new ArrayList<>(under.entrySet())) {
            if (walk.getValue().go(pages, positions -> each.accept(walk.getKey(), positions))) {
                under.remove(walk.getKey());
            }
        }
        return under.isEmpty();
    }
}
