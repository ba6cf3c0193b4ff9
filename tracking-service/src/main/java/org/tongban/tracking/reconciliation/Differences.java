package org.tongban.tracking.reconciliation;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The codes on which the sides do not agree, each kept until they do. */
final class Differences {
    static final Duration GRACE = Duration.ofMinutes(1);
    private static final int LOOKED_UP_AT_ONCE = 500;

    private final FarPositions far;
    private final OwnPositions own;
    private final Map<String, Difference> kept = new ConcurrentHashMap<>();

    Differences(FarPositions far, OwnPositions own) {
        this.far = far;
        this.own = own;
    }

    /** Looks once more at all that differed. */
    void judgeAgain(Instant now) {
        List<String> codes = List.copyOf(kept.keySet());
        for (int from = 0; from < codes.size(); from += LOOKED_UP_AT_ONCE) {
            judge(codes.subList(from, Math.min(codes.size(), from + LOOKED_UP_AT_ONCE)), now);
        }
    }

    void judge(Collection<String> codes, Instant now) {
        Map<String, Map<Teller, Told>> told = far.of(codes);
        Map<String, Told> ours = own.of(codes);
        for (String code : codes) {
            Map<Teller, Told> others = told.getOrDefault(code, Map.of());
            judge(
                    code,
                    others.getOrDefault(Teller.APPLICATION, Told.NOTHING),
                    ours.getOrDefault(code, Told.NOTHING),
                    others.getOrDefault(Teller.NOTIFICATION, Told.NOTHING),
                    now);
        }
    }

    private void judge(String code, Told application, Told ours, Told notification, Instant now) {
        boolean behind = ours.sequence() != application.sequence();
        boolean failing = application.failing() || ours.failing() || notification.failing();
        if (!behind && !failing && notification.sequence() == application.sequence()) {
            kept.remove(code);
            return;
        }
        kept.compute(code, (same, before) -> new Difference(before == null ? now : before.since(), behind, failing));
    }

    /** Those that count: what waiting does not mend, and what did not mend within a minute. */
    List<String> counted(Instant now) {
        return kept.entrySet().stream()
                .filter(each -> each.getValue().failing()
                        || each.getValue().since().plus(GRACE).isBefore(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    long oldestUnprojectedSeconds(Instant now) {
        return kept.values().stream()
                .filter(Difference::unprojected)
                .mapToLong(each -> Duration.between(each.since(), now).toSeconds())
                .max()
                .orElse(0);
    }

    /** Those that were seen more than a minute ago, so that nothing of them is still on its way. */
    List<String> lasting(Instant now) {
        return kept.entrySet().stream()
                .filter(each -> each.getValue().since().plus(GRACE).isBefore(now))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    void forget() {
        kept.clear();
    }

    boolean has(String code) {
        return kept.containsKey(code);
    }
}
