package org.tongban.platform.restore;

import com.mongodb.MongoException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;

/**
 * Lets a store that was put back hear again what it does not know, though the broker says that its group has heard it: a
 * partition that is given to this instance goes on no later than where the store's mark stands. What was heard twice is
 * dropped by its number.
 */
public final class HeardMarks implements ConsumerAwareRebalanceListener {
    private static final Logger log = LoggerFactory.getLogger(HeardMarks.class);
    private static final long ANSWER_SECONDS = 10;

    private final LogMarks marks;
    private final Map<String, Object> settings;
    private final String group;
    /** Those that this instance has taken over at the mark: only they move it on. */
    private final Set<TopicPartition> ours = ConcurrentHashMap.newKeySet();

    /** @param settings where the broker is */
    public HeardMarks(LogMarks marks, Map<String, Object> settings, String group) {
        this.marks = marks;
        this.settings = Map.copyOf(settings);
        this.group = group;
    }

    /** Without an answer of the store all goes on as the broker has it, and the marks stay for the next start. */
    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            goBack(consumer, partitions);
            ours.addAll(partitions);
        } catch (MongoException | KafkaException e) {
            log.warn("{} goes on without looking at the store's marks: {}", group, e.toString());
        }
    }

    private void goBack(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        Map<TopicPartition, Long> stored = marks.of(LogMarks.Kind.HEARD);
        Map<TopicPartition, OffsetAndMetadata> back = new HashMap<>();
        Map<TopicPartition, Long> first = new HashMap<>();
        for (TopicPartition partition : partitions) {
            Long mark = stored.get(partition);
            long position = consumer.position(partition);
            if (mark == null) {
                first.put(partition, position);
            } else if (mark < position) {
                back.put(partition, new OffsetAndMetadata(mark));
            }
        }
        // a copy of this store may be taken before the first round that keeps the marks
        marks.set(LogMarks.Kind.HEARD, first);
        if (!back.isEmpty()) {
            back.forEach(consumer::seek);
            consumer.commitSync(back);
            log.info("{} hears {} partitions again from where the store was", group, back.size());
        }
    }

    @Override
    public void onPartitionsRevokedAfterCommit(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ours.removeAll(partitions);
    }

    @Override
    public void onPartitionsLost(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        ours.removeAll(partitions);
    }

    /** One round: what this group has put behind it is in the store, for its offsets are committed after the effects. */
    public void keep() {
        Set<TopicPartition> before = Set.copyOf(ours);
        if (before.isEmpty()) {
            return;
        }
        try (Admin admin = Admin.create(settings)) {
            Map<TopicPartition, Long> heard = new HashMap<>();
            admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .forEach((partition, offset) -> {
                        if (before.contains(partition) && offset != null) {
                            heard.put(partition, offset.offset());
                        }
                    });
            Map<TopicPartition, Long> stored = marks.of(LogMarks.Kind.HEARD);
            heard.entrySet().removeIf(each -> each.getValue().equals(stored.get(each.getKey())));
            heard.keySet().retainAll(ours);
            marks.set(LogMarks.Kind.HEARD, heard);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("the broker does not say how far " + group + " is", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
