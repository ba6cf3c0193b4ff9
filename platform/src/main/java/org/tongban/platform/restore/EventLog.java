package org.tongban.platform.restore;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.tongban.platform.event.Source;

/** A source's topic, read up to the record that is last now. */
public final class EventLog {
    private static final Duration POLL = Duration.ofSeconds(1);

    private final Supplier<? extends Consumer<String, byte[]>> consumers;

    public EventLog(Supplier<? extends Consumer<String, byte[]>> consumers) {
        this.consumers = consumers;
    }

    /** The topics of that broker, read by nobody's group. */
    public static EventLog of(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return new EventLog(() -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /** What is done with records that were read together, in order per key. */
    public interface Batch {
        void read(List<ConsumerRecord<String, byte[]>> messages);
    }

    public boolean isEmpty(Source source) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer, source);
            return consumer.endOffsets(partitions).equals(consumer.beginningOffsets(partitions));
        }
    }

    public void readAll(Source source, Batch batch) {
        read(source, Map.of(), batch);
    }

    /**
     * Reads on from where each partition is known, or else from its first record.
     *
     * @param from the offsets of the first records that are wanted
     */
    void read(Source source, Map<TopicPartition, Long> from, Batch batch) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            List<TopicPartition> partitions = partitions(consumer, source);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            partitions.stream()
                    .filter(partition -> from.getOrDefault(partition, 0L) > 0)
                    .forEach(partition -> consumer.seek(partition, from.getOrDefault(partition, 0L)));
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

    /** The offsets behind the last records of these sources' topics. */
    Map<TopicPartition, Long> ends(List<Source> sources) {
        try (Consumer<String, byte[]> consumer = consumers.get()) {
            return consumer.endOffsets(sources.stream()
                    .flatMap(source -> partitions(consumer, source).stream())
                    .toList());
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
