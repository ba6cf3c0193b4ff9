package org.tongban.tracking.stream;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;
import org.tongban.tracking.timeline.EntryAppended;

/**
 * Follows the timelines' log from its end, in no group, since every instance has watchers of its own. While the broker
 * is away nothing comes; when it is back, every watcher looks into the store for what went by.
 */
final class LogFollower implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(LogFollower.class);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final long PAUSE_MILLIS = 1_000;
    private static final String TOPIC = new Source("timeline").topic();

    private final Supplier<Consumer<String, byte[]>> consumers;
    private final Watchers watchers;
    private volatile boolean running;
    private volatile @Nullable Consumer<String, byte[]> following;
    private volatile @Nullable Thread thread;

    LogFollower(Supplier<Consumer<String, byte[]>> consumers, Watchers watchers) {
        this.consumers = consumers;
        this.watchers = watchers;
    }

    private void run() {
        while (running) {
            try (Consumer<String, byte[]> consumer = consumers.get()) {
                following = consumer;
                toTheEnd(consumer);
                watchers.each(Watcher::catchUp);
                while (running) {
                    consumer.poll(POLL).forEach(this::tell);
                }
            } catch (WakeupException stopping) {
                log.debug("the log is not followed any more");
            } catch (RuntimeException e) {
                log.warn("the log of the timelines cannot be followed just now: {}", e.toString());
                pause();
            } catch (Error e) {
                // thrown on, it would end the thread, and no stream would hear of anything any more
                log.error("the log of the timelines cannot be followed just now", e);
                pause();
            } finally {
                following = null;
            }
        }
    }

    private static void toTheEnd(Consumer<String, byte[]> consumer) {
        List<TopicPartition> partitions = consumer.partitionsFor(TOPIC).stream()
                .map(info -> new TopicPartition(TOPIC, info.partition()))
                .toList();
        if (partitions.isEmpty()) {
            throw new IllegalStateException("there is no topic " + TOPIC);
        }
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        consumer.assign(partitions);
        ends.forEach(consumer::seek);
    }

    private void tell(ConsumerRecord<String, byte[]> message) {
        if (message.key() == null || !watchers.areThere(message.key())) {
            return;
        }
        try {
            Envelope event = EventWire.read(message);
            if (event.type().equals(EntryAppended.TYPE)) {
                watchers.tell(
                        event.subject(),
                        EventWire.data(event, EntryAppended.class).entry());
            }
        } catch (UnreadableEvent e) {
            log.warn("passed over at {}-{}: {}", message.partition(), message.offset(), e.getMessage());
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void start() {
        running = true;
        Thread started = new Thread(this::run, "timeline-log");
        started.setDaemon(true);
        thread = started;
        started.start();
    }

    @Override
    public void stop() {
        running = false;
        Consumer<String, byte[]> consumer = following;
        if (consumer != null) {
            consumer.wakeup();
        }
        Thread started = thread;
        if (started != null) {
            started.interrupt();
        }
        watchers.each(Watcher::end);
    }

    @Override
    public boolean isRunning() {
        Thread started = thread;
        return running && started != null && started.isAlive();
    }
}
