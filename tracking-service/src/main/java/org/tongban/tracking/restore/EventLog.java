package org.tongban.tracking.restore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.tongban.platform.event.Source;

/** A source's topic, read from its first record to the one that is last now. */
final class EventLog {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Supplier<? extends Consumer<String, byte[]>> consumers;

    EventLog(Supplier<? extends Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** What is done with records that were read together, in order per key. */
    interface Batch {
        void read(List<ConsumerRecord<String, byte[]>> messages);
    }

    boolean isEmpty(Source source) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer, source);
            return consumer.endOffsets(partitions).equals(consumer.beginningOffsets(partitions));
        }
    }

    void readAll(Source source, Batch batch) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer, source);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream()
                    .anyMatch(partition -> consumer.position(partition) < ends.getOrDefault(partition, 0L))) {
                List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
                consumer.poll(POLL).forEach(messages::add);
                if (!messages.isEmpty()) {
                    batch.read(messages);
                }
            }
        }
    }

    /** The offsets of the first records of these sources' topics. */
    Map<TopicPartition, Long> beginnings(List<Source> sources) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            return consumer.beginningOffsets(sources.stream()
                    .flatMap(source -> partitions(consumer, source).stream())
                    .toList());
        }
    }

    private static List<TopicPartition> partitions(Consumer<String, byte[]> consumer, Source source) {
        return consumer.partitionsFor(source.topic()).stream()
                .map(info -> new TopicPartition(source.topic(), info.partition()))
                .toList();
    }
}
