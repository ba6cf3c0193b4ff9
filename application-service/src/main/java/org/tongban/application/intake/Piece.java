package org.tongban.application.intake;

import java.util.List;

/**
 * A paper original and where it is.
 *
 * @param scans what counters did with it, by (occurredAt, scanId)
 * @param disputed the scans that did not fit
 */
public record Piece(String rid, Custody custody, List<Scan> scans, List<String> disputed) {
    public Piece {
        scans = List.copyOf(scans);
        disputed = List.copyOf(disputed);
    }

    /** One that nobody has scanned. */
    public static Piece unseen(String rid) {
        return new Piece(rid, Custody.EXPECTED, List.of(), List.of());
    }
}
