package org.tongban.application.crash;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;

/** A real broker that outlives the houses which die on it, with the two topics that this service has to do with. */
final class Broker implements AutoCloseable {
    private static final String TELLS = "tongban.application";
    private static final String HEARS = "tongban.tracking";
    private final EmbeddedKafkaKraftBroker kraft = new EmbeddedKafkaKraftBroker(1, 2, TELLS, HEARS);

    Broker() {
        kraft.brokerProperty("group.initial.rebalance.delay.ms", "0");
        kraft.brokerProperty("group.min.session.timeout.ms", "500");
        kraft.afterPropertiesSet();
    }

    String address() {
        return kraft.getBrokersAsString();
    }

    void send(ProducerRecord<String, byte[]> event) throws ExecutionException, InterruptedException {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(connection(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(event).get();
        }
    }

    /** What was told about that code: each event once, in the order in which it first came; copies must be copies. */
    List<Envelope> told(String code) {
        Map<String, Envelope> told = new LinkedHashMap<>();
        for (ConsumerRecord<String, byte[]> message : everything()) {
            Envelope event = EventWire.read(message);
            if (event.subject().equals(code)) {
                Envelope known = told.putIfAbsent(event.id(), event);
                if (known != null && !known.equals(event)) {
                    throw new AssertionError(event.id() + " was told in two ways");
                }
            }
        }
        return List.copyOf(told.values());
    }

    private List<ConsumerRecord<String, byte[]>> everything() {
        List<ConsumerRecord<String, byte[]>> messages = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(connection(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = partitions(consumer, TELLS);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(Duration.ofMillis(100)).forEach(messages::add);
            }
        }
        return messages;
    }

    /** How many events of tracking a group has not put behind it. */
    long unheard(String group) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(connection());
                KafkaConsumer<String, byte[]> consumer =
                        new KafkaConsumer<>(connection(), new StringDeserializer(), new ByteArrayDeserializer())) {
            var offsets = admin.listConsumerGroupOffsets(group)
                    .partitionsToOffsetAndMetadata()
                    .get();
            return consumer.endOffsets(partitions(consumer, HEARS)).entrySet().stream()
                    .mapToLong(end -> {
                        var offset = offsets.get(end.getKey());
                        return end.getValue() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
        }
    }

    private static List<TopicPartition> partitions(KafkaConsumer<?, ?> consumer, String topic) {
        List<PartitionInfo> known = consumer.partitionsFor(topic);
        return known.stream()
                .map(each -> new TopicPartition(each.topic(), each.partition()))
                .toList();
    }

    private Map<String, Object> connection() {
        return Map.of("bootstrap.servers", address());
    }

    @Override
    public void close() {
        kraft.destroy();
    }
}
