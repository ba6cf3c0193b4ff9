package org.tongban.platform.restore;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tongban.platform.event.Source;

/**
 * Compares the store with the log of what this service told, before it serves: what stands behind the store's mark is read
 * and made known to a store that was put back from an older copy; a log that ends before the mark was lost.
 */
public final class LogComparison implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogComparison.class);
    private static final int NAMED = 50;

    private final OwnLog own;
    private final EventLog topics;
    private final LogMarks marks;
    private final boolean isLossAccepted;

    private Map<TopicPartition, Long> reached = Map.of();
    private boolean isCompared;
    private volatile boolean running;

    public LogComparison(OwnLog own, EventLog topics, LogMarks marks, boolean isLossAccepted) {
        this.own = own;
        this.topics = topics;
        this.marks = marks;
        this.isLossAccepted = isLossAccepted;
    }

    /**
     * Runs before anything listens or is sent. A broker that does not answer is waited for by {@link #keep}: the service
     * is of use without it.
     *
     * @throws RestoreRefused when the log was lost
     */
    @Override
    public void start() {
        try {
            compare();
        } catch (KafkaException e) {
            log.warn("the broker does not answer, so the store is compared with the log later: {}", e.toString());
        }
        running = true;
    }

    /** One round: moves the marks on, or compares when that was not possible or the store went back. */
    public synchronized void keep() {
        if (!isCompared) {
            compare();
            return;
        }
        Map<TopicPartition, Long> stored = marks.of(LogMarks.Kind.OWN);
        if (reached.entrySet().stream()
                .anyMatch(each -> stored.getOrDefault(each.getKey(), Long.MAX_VALUE) < each.getValue())) {
            log.error(
                    "the store was put back while this service runs: start it anew, so that it hears the others again");
            compare();
            return;
        }
        mark(topics.ends(own.sources()));
    }

    /** Reads what stands behind the marks and moves them there. */
    synchronized void compare() {
        Map<TopicPartition, Long> stored = marks.of(LogMarks.Kind.OWN);
        Map<TopicPartition, Long> ends = topics.ends(own.sources());
        requireWhole(stored, ends);
        List<String> missing = new ArrayList<>();
        for (Source source : own.sources()) {
            topics.read(source, from(stored, ends), messages -> missing.addAll(own.read(source, messages)));
        }
        missing.stream().limit(NAMED).forEach(sentence -> log.error("the store is behind the log: {}", sentence));
        if (!missing.isEmpty()) {
            log.error(
                    "the store was put back from an older copy: {} things were on the log and not in it; numbers go on"
                            + " behind them, look at each",
                    missing.size());
        }
        // a log that was lost ends before its mark
        marks.set(LogMarks.Kind.OWN, ends);
        reached = Map.copyOf(ends);
        isCompared = true;
    }

    /** The end of a log that was lost and begun anew is where it goes on. */
    private static Map<TopicPartition, Long> from(Map<TopicPartition, Long> stored, Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> from = new HashMap<>();
        ends.forEach((partition, end) -> from.put(partition, Math.min(end, stored.getOrDefault(partition, 0L))));
        return from;
    }

    private void requireWhole(Map<TopicPartition, Long> stored, Map<TopicPartition, Long> ends) {
        Map<String, String> lost = new TreeMap<>();
        ends.forEach((partition, end) -> {
            long mark = stored.getOrDefault(partition, 0L);
            if (end < mark) {
                lost.put(partition.toString(), partition + " ends at " + end + " and was at " + mark);
            }
        });
        if (lost.isEmpty()) {
            return;
        }
        String sentence = "The broker's log was lost in part: " + String.join(", ", lost.values()) + ".";
        if (!isLossAccepted) {
            throw new RestoreRefused(sentence + " Put the broker's data back (./tongban restore --all FOLDER), or go on"
                    + " without what it held: start once with TONGBAN_ACCEPT_LOG_LOSS=true.");
        }
        log.error("{} This was accepted: nothing can be restored from what it held.", sentence);
    }

    private void mark(Map<TopicPartition, Long> ends) {
        if (!ends.equals(reached)) {
            marks.raise(LogMarks.Kind.OWN, ends);
            reached = Map.copyOf(ends);
        }
    }

    @Override
    public void stop() {
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before the relay, the listeners and the web server. */
    @Override
    public int getPhase() {
        return Integer.MIN_VALUE;
    }
}
