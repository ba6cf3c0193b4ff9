package org.tongban.application.custody;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Piece;
import org.tongban.application.intake.Scan;
import org.tongban.application.intake.ScanDispute;

/**
 * Where a piece is after all its scans, in the order in which they happened and not in which they were heard.
 *
 * @param disputes by scan: what does not fit what went before it
 */
record CustodyFold(Piece piece, Map<String, ScanDispute> disputes) {
    /** How many scans of one paper are known one by one; where it was before them is known all the same. */
    static final int MOST_SCANS = 200;

    static final String RECEIVED = "ORIGINALS_RECEIVED";
    static final String VERIFIED = "ORIGINALS_VERIFIED";
    static final String HANDED_OVER = "HANDED_OVER";
    static final String RETURNED = "ORIGINALS_RETURNED";

    private static final Comparator<Scan> AS_IT_HAPPENED =
            Comparator.comparing(Scan::occurredAt).thenComparing(Scan::scanId);

    static boolean movesPaper(String action) {
        return List.of(RECEIVED, VERIFIED, HANDED_OVER, RETURNED).contains(action);
    }

    /**
     * @param expected whether the original is to come to a counter now; a scan that was heard before and fitted is not
     *     asked again, the owner may have changed their mind since
     */
    static CustodyFold of(Piece known, Scan fresh, boolean expected) {
        List<Scan> scans = Stream.concat(known.scans().stream(), Stream.of(fresh))
                .sorted(AS_IT_HAPPENED)
                .toList();
        Custody before = known.start();
        int forgotten = Math.max(0, scans.size() - MOST_SCANS);
        for (Scan scan : scans.subList(0, forgotten)) {
            before = after(scan, before);
        }
        List<Scan> kept = scans.subList(forgotten, scans.size());
        Custody at = before;
        Map<String, ScanDispute> disputes = new LinkedHashMap<>();
        for (Scan scan : kept) {
            boolean fits = expected || isHeardAndFitted(known, scan);
            dispute(scan, at, fits).ifPresent(reason -> disputes.put(scan.scanId(), reason));
            at = after(scan, at);
        }
        Custody remembered = forgotten == 0 ? known.before() : before;
        Piece folded = new Piece(known.rid(), at, kept, List.copyOf(disputes.keySet()), remembered);
        return new CustodyFold(folded, disputes);
    }

    private static boolean isHeardAndFitted(Piece known, Scan scan) {
        return known.scans().contains(scan) && !known.disputed().contains(scan.scanId());
    }

    private static Optional<ScanDispute> dispute(Scan scan, Custody at, boolean expected) {
        boolean received = scan.action().equals(RECEIVED);
        if (received && !expected) {
            return Optional.of(ScanDispute.NOT_EXPECTED);
        }
        if (received && at == Custody.HELD) {
            return Optional.of(ScanDispute.HELD_ALREADY);
        }
        return received || at == Custody.HELD ? Optional.empty() : Optional.of(ScanDispute.NOT_HELD);
    }

    /** The paper is where people say it is, disputed or not. */
    private static Custody after(Scan scan, Custody at) {
        return switch (scan.action()) {
            case RECEIVED -> Custody.HELD;
            case RETURNED -> Custody.RETURNED;
            default -> at;
        };
    }
}
