package org.tongban.journeys;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** What the house acknowledged while it was being hurt, and so must hold afterwards. */
final class Ledger {
    /** code → the scans of it that were acknowledged. */
    private final Map<String, List<String>> scans = new ConcurrentHashMap<>();

    private final Map<String, Map<String, Object>> bodies = new ConcurrentHashMap<>();
    private final List<String> codes = new CopyOnWriteArrayList<>();
    private final List<String> decided = new CopyOnWriteArrayList<>();

    void submitted(String code) {
        scans.put(code, new CopyOnWriteArrayList<>());
        codes.add(code);
    }

    void scanned(String code, Map<String, Object> scan) {
        String scanId = String.valueOf(scan.get("scanId"));
        bodies.put(scanId, scan);
        scansOf(code).add(scanId);
    }

    /** The very body that was sent under this scan's id. */
    Map<String, Object> scan(String scanId) {
        return Objects.requireNonNull(bodies.get(scanId));
    }

    void decided(String code) {
        decided.add(code);
    }

    List<String> codes() {
        return codes;
    }

    List<String> decided() {
        return decided;
    }

    List<String> scansOf(String code) {
        return Objects.requireNonNull(scans.get(code));
    }

    int size() {
        return codes.size()
                + decided.size()
                + scans.values().stream().mapToInt(List::size).sum();
    }
}
