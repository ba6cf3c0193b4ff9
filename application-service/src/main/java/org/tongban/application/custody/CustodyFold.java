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
        Custody at = Custody.EXPECTED;
        Map<String, ScanDispute> disputes = new LinkedHashMap<>();
        for (Scan scan : scans) {
            boolean fits = expected || isHeardAndFitted(known, scan);
            dispute(scan, at, fits).ifPresent(reason -> disputes.put(scan.scanId(), reason));
            at = after(scan, at);
        }
        Piece folded = new Piece(known.rid(), at, scans, List.copyOf(disputes.keySet()));
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
