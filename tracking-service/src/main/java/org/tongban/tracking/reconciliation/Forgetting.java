package org.tongban.tracking.reconciliation;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.reconciliation.Settlement.Wanted;

/**
 * Ends the difference of a code about which listeners heard what application never told: a stray event. All listeners
 * go back to what was told; what was told and skipped is not forgotten but waits for its replay.
 */
final class Forgetting {
    private static final Logger log = LoggerFactory.getLogger(Forgetting.class);

    private final Reconciliation reconciliation;
    private final FarPositions far;
    private final OwnPositions own;
    private final Map<String, Settler> listeners;
    private final MongoCollection<Document> audit;
    private final Clock clock;

    /** A listener that can be brought back to what was told. */
    interface Settler {
        /** @return whether it had heard or missed anything else */
        boolean settle(String code, Wanted wanted);
    }

    /** @param listeners by name; application listens to us, the others to application */
    Forgetting(
            Reconciliation reconciliation,
            FarPositions far,
            OwnPositions own,
            Map<String, Settler> listeners,
            MongoDatabase database,
            Clock clock) {
        this.reconciliation = reconciliation;
        this.far = far;
        this.own = own;
        this.listeners = Map.copyOf(listeners);
        this.audit = database.getCollection("forgotten");
        this.clock = clock;
    }

    /**
     * @param by the subject of the admin who wants it
     * @throws NotNow when the code is no difference, or not for a minute yet, or nothing of it is stray
     */
    void forget(String code, String by) {
        if (!reconciliation.isLasting(code)) {
            throw new NotNow(
                    "这个编码当前没有持续一分钟以上的差异，或者某个服务没有应答，请看 /api/tracking/reconciliation。",
                    "This code is no difference that has lasted for a minute, or a service does not answer: look at"
                            + " /api/tracking/reconciliation.");
        }
        long told = far.of(List.of(code))
                .getOrDefault(code, Map.of())
                .getOrDefault(Teller.APPLICATION, Told.NOTHING)
                .sequence();
        long toldByUs = own.told(code);
        List<String> changed = listeners.entrySet().stream()
                .filter(each -> each.getValue()
                        .settle(
                                code,
                                each.getKey().equals(Teller.APPLICATION.service())
                                        ? new Wanted("tracking", toldByUs)
                                        : new Wanted(Teller.APPLICATION.service(), told)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        if (changed.isEmpty()) {
            throw new NotNow(
                    "缺少的事件确实发出过，请用 ./tongban letters 找到它并用 replay 重放。",
                    "What is missing was really told: find it with ./tongban letters and replay it.");
        }
        Instant now = clock.instant();
        audit.insertOne(new Document("code", code)
                .append("by", by)
                .append("at", Date.from(now))
                .append("told", told)
                .append("listeners", changed));
        log.warn("forgotten code={} by={} told={} listeners={}", code, by, told, changed);
    }
}
