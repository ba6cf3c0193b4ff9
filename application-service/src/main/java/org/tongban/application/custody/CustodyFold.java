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
 * Where a piece is after all its scans, in the order in which they happened and not in which they were heard. A counter of
 * another division moves it only once it was handed over, until it is back.
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
        At before = new At(known.start(), false);
        int forgotten = Math.max(0, scans.size() - MOST_SCANS);
        for (Scan scan : scans.subList(0, forgotten)) {
            before = before.after(scan);
        }
        List<Scan> kept = scans.subList(forgotten, scans.size());
        At at = before;
        Map<String, ScanDispute> disputes = new LinkedHashMap<>();
        for (Scan scan : kept) {
            boolean fits = expected || isHeardAndFitted(known, scan);
            dispute(scan, at, fits).ifPresent(reason -> disputes.put(scan.scanId(), reason));
            at = at.after(scan);
        }
        Custody remembered = forgotten == 0 ? known.before() : before.custody();
        Piece folded = new Piece(known.rid(), at.custody(), kept, List.copyOf(disputes.keySet()), remembered);
        return new CustodyFold(folded, disputes);
    }

    private static boolean isHeardAndFitted(Piece known, Scan scan) {
        return known.scans().contains(scan) && !known.disputed().contains(scan.scanId());
    }

    private static Optional<ScanDispute> dispute(Scan scan, At at, boolean expected) {
        if (!at.counts(scan)) {
            return Optional.of(ScanDispute.OTHER_DIVISION);
        }
        boolean received = scan.action().equals(RECEIVED);
        if (received && !expected) {
            return Optional.of(ScanDispute.NOT_EXPECTED);
        }
        if (received && at.custody() == Custody.HELD && !scan.elsewhere()) {
            return Optional.of(ScanDispute.HELD_ALREADY);
        }
        return received || at.custody() == Custody.HELD ? Optional.empty() : Optional.of(ScanDispute.NOT_HELD);
    }

    /** @param handedOver whether it was given to somebody else and is not back */
    private record At(Custody custody, boolean handedOver) {
        boolean counts(Scan scan) {
            return !scan.elsewhere() || handedOver;
        }

        /** The paper is where people say it is, disputed or not, unless they cannot have it. */
        At after(Scan scan) {
            if (!counts(scan)) {
                return this;
            }
            Custody next = switch (scan.action()) {
                case RECEIVED -> Custody.HELD;
                case RETURNED -> Custody.RETURNED;
                default -> custody;
            };
            return new At(next, scan.elsewhere() ? handedOver : scan.action().equals(HANDED_OVER));
        }
    }
}
