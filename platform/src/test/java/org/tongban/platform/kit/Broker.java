package org.tongban.platform.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;

/** A real broker of a test's own, with the topics of the house, spoken to as the services do. */
public final class Broker implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final String[] TOPICS = {
        "tongban.application", "tongban.tracking", "tongban.timeline", "tongban.notification", "tongban.application.dlt"
    };

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS, TOPICS);
    private final KafkaProducer<String, byte[]> producer;

    public Broker() {
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("group.min.session.timeout.ms", "500");
        broker.afterPropertiesSet();
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", address(), "acks", "all"),
                new StringSerializer(),
                new ByteArraySerializer());
    }

    public String address() {
        return broker.getBrokersAsString();
    }

    /** Puts the golden sample of this type on its teller's topic, as the event of that number about that subject. */
    public void tell(String subject, long sequence, String type) {
        Instant at = TestClock.START.plusSeconds(sequence);
        String data = Contracts.sample(type).toString();
        send(EventWire.write(Source.ofType(type), subject, sequence, type, at, data));
    }

    /** Returns once the broker has it. */
    public void send(ProducerRecord<String, byte[]> message) {
        try {
            producer.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException("the broker did not take it", e);
        }
    }

    /** All that this source has told up to now, in order per subject. */
    public List<Envelope> allOf(Source source) {
        List<TopicPartition> partitions = new ArrayList<>();
        for (int partition = 0; partition < PARTITIONS; partition++) {
            partitions.add(new TopicPartition(source.topic(), partition));
        }
        try (KafkaConsumer<String, byte[]> consumer = new KafkaConsumer<>(
                new HashMap<>(Map.of("bootstrap.servers", address())),
                new StringDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            List<Envelope> all = new ArrayList<>();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> all.add(EventWire.read(message)));
            }
            return all;
        }
    }

    @Override
    public void close() {
        producer.close();
        broker.destroy();
    }
}
