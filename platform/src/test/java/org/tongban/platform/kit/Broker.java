package org.tongban.platform.kit;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.springframework.kafka.core.DefaultKafkaProducerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.test.EmbeddedKafkaKraftBroker;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;

/** A real broker with the topics of the house, spoken to as the services do; other processes reach it too. */
public final class Broker implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final String[] TOPICS = Stream.of("application", "tracking", "timeline", "notification", "catalog")
            .map(Source::new)
            .flatMap(source -> Stream.of(source.topic(), source.deadLetterTopic()))
            .toArray(String[]::new);

    private final EmbeddedKafkaKraftBroker broker = new EmbeddedKafkaKraftBroker(1, PARTITIONS, TOPICS);
    private final DefaultKafkaProducerFactory<String, byte[]> producers;
    private final KafkaTemplate<String, byte[]> kafka;

    /** One of a test's own, with nothing told yet; most can live with the {@link #shared} one. */
    public Broker() {
        broker.brokerProperty("group.initial.rebalance.delay.ms", "0");
        broker.brokerProperty("group.min.session.timeout.ms", "500");
        broker.afterPropertiesSet();
        producers = producers(address());
        kafka = new KafkaTemplate<>(producers);
    }

    /** The one of the whole test run, on which others tell too. */
    public static Broker shared() {
        return Shared.BROKER;
    }

    /** A template that waits for all, as services have it. */
    public static KafkaTemplate<String, byte[]> template(String address) {
        return new KafkaTemplate<>(producers(address));
    }

    private static DefaultKafkaProducerFactory<String, byte[]> producers(String address) {
        return new DefaultKafkaProducerFactory<>(
                Map.of(
                        ProducerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address,
                        ProducerConfig.ACKS_CONFIG,
                        "all",
                        ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG,
                        true,
                        ProducerConfig.LINGER_MS_CONFIG,
                        0),
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
        kafka.send(message).join();
    }

    /** Lets a new group begin behind all that has been told on a topic. */
    public void beginAtTheEnd(String group, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(group)) {
            Map<TopicPartition, OffsetAndMetadata> ends = new HashMap<>();
            consumer.endOffsets(partitions(consumer, topic))
                    .forEach((partition, end) -> ends.put(partition, new OffsetAndMetadata(end)));
            consumer.commitSync(ends);
        }
    }

    /** How many messages of a topic a group has not put behind it. */
    public long unheard(String group, String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer(group)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions(consumer, topic));
            Map<TopicPartition, OffsetAndMetadata> heard = consumer.committed(ends.keySet());
            return ends.entrySet().stream()
                    .mapToLong(end -> {
                        OffsetAndMetadata offset = heard.get(end.getKey());
                        return end.getValue() - (offset == null ? 0 : offset.offset());
                    })
                    .sum();
        }
    }

    /** Each event that this source has told about that subject once, in its order; what is sent again is the same again. */
    public List<Envelope> told(Source source, String subject) {
        return sent(source, subject).stream().distinct().toList();
    }

    /** All that this source has sent about that subject, in its order. */
    public List<Envelope> sent(Source source, String subject) {
        return records(source.topic(), message -> subject.equals(message.key())).stream()
                .map(EventWire::read)
                .toList();
    }

    /** All records on a topic now that are meant, in the order of each partition. */
    public List<ConsumerRecord<String, byte[]>> records(String topic, Predicate<ConsumerRecord<String, byte[]>> meant) {
        List<ConsumerRecord<String, byte[]>> found = new ArrayList<>();
        try (KafkaConsumer<String, byte[]> consumer = consumer("reader")) {
            List<TopicPartition> partitions = partitions(consumer, topic);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(each -> {
                    if (meant.test(each)) {
                        found.add(each);
                    }
                });
            }
        }
        return found;
    }

    private KafkaConsumer<String, byte[]> consumer(String group) {
        return new KafkaConsumer<>(
                Map.of(
                        ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG,
                        address(),
                        ConsumerConfig.GROUP_ID_CONFIG,
                        group,
                        ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG,
                        false),
                new StringDeserializer(),
                new ByteArrayDeserializer());
    }

    private static List<TopicPartition> partitions(KafkaConsumer<String, byte[]> consumer, String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(info -> new TopicPartition(topic, info.partition()))
                .toList();
    }

    @Override
    public void close() {
        producers.destroy();
        broker.destroy();
    }

    private static final class Shared {
        static final Broker BROKER = new Broker();

        static {
            Runtime.getRuntime().addShutdownHook(new Thread(BROKER::close));
        }
    }
}
