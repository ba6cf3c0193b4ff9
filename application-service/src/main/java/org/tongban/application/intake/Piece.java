package org.tongban.application.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A paper original and where it is.
 *
 * @param scans what counters did with it, by (occurredAt, scanId); the newest ones
 * @param disputed the scans that did not fit
 * @param before where it was before the first of these scans; null when they are all there were
 */
public record Piece(
        String rid,
        Custody custody,
        List<Scan> scans,
        List<String> disputed,
        @Nullable Custody before) {
    public Piece {
        scans = List.copyOf(scans);
        disputed = List.copyOf(disputed);
    }

    /** One that nobody has scanned. */
    public static Piece unseen(String rid) {
        return new Piece(rid, Custody.EXPECTED, List.of(), List.of(), null);
    }

    /** Where it was when the scans that are still known began. */
    public Custody start() {
        return before == null ? Custody.EXPECTED : before;
    }
}
