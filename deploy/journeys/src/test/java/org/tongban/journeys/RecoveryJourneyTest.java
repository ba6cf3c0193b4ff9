package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.Stack;
import org.tongban.local.demo.Chain;
import org.tongban.local.http.Conversation;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/** What was away catches up, what cannot be read is set aside, what was emptied is brought back. */
@Order(7)
class RecoveryJourneyTest {
    private final Stack stack = House.stack();
    private final Conversation anybody = House.anybody();
    private final Conversation owner = House.as("citizen2");

    @Test
    void aListenerThatWasAwayCatchesUp() {
        stack.stop("notification");
        String code = new Citizen(owner).submit();

        stack.start("notification");

        Soon.of(
                () -> Inbox.all(owner),
                messages -> messages.stream()
                        .anyMatch(message -> message.path("code").asString().equals(code)));
    }

    @Test
    void anUnreadableEventIsSetAsideAndThePartitionGoesOn() throws Exception {
        String noise = "noise-" + UUID.randomUUID();
        for (int partition = 0; partition < partitions(); partition++) {
            send(new ProducerRecord<>("tongban.application", partition, noise, noise.getBytes(StandardCharsets.UTF_8)));
        }

        String code = new Citizen(owner).submit();

        Soon.of(() -> anybody.get("/api/tracking/" + code).status(), status -> status == 200);
        assertThat(deadLetters("tongban.application.dlt")).anySatisfy(letter -> {
            assertThat(letter.key()).startsWith("tongban.application-");
            assertThat(new String(letter.value(), StandardCharsets.UTF_8)).isEqualTo(noise);
            assertThat(letter.headers().lastHeader("dlt-reason")).isNotNull();
        });
    }

    @Test
    void anEmptiedTimelineIsBroughtBackWithTheSameHashes() {
        Conversation counter = House.as("counter1");
        String code = new Citizen(owner).submit();
        Map<String, Object> scan = Scanner.scan(UUID.randomUUID().toString(), code, "ARRIVED");
        int entry = counter.post("/api/tracking/scans", scan)
                .expect(201)
                .json()
                .path("no")
                .asInt();
        Soon.of(
                () -> anybody.get("/api/tracking/" + code).expect(200).json(),
                seen -> seen.path("sequence").asInt() >= 1
                        && seen.path("entries").size() >= 2);
        House.settle();
        JsonNode before = anybody.get("/api/tracking/" + code).expect(200).json();

        stack.stop("tracking");
        stack.stop("tracking-2");
        try (MongoClient store = MongoClients.create(stack.mongodbUri())) {
            store.getDatabase("tongban_tracking").drop();
        }
        assertThatThrownBy(() -> stack.start("tracking"))
                .isInstanceOf(Refused.class)
                .hasMessageContaining("./tongban restore tracking");
        assertThat(stack.runOnce("tracking", "restore")).isZero();
        stack.start("tracking", "tracking-2");

        JsonNode after =
                Soon.of(() -> anybody.get("/api/tracking/" + code).expect(200).json(), seen -> true);
        assertThat(hashes(after)).startsWith(hashes(before).toArray(String[]::new));
        assertThat(new Chain(after).check()).isPositive();
        assertThat(counter.post("/api/tracking/scans", scan)
                        .expect(200)
                        .json()
                        .path("no")
                        .asInt())
                .isEqualTo(entry);
        House.settle();
    }

    private static List<String> hashes(JsonNode timeline) {
        return timeline.path("entries")
                .valueStream()
                .map(entry -> entry.path("hash").asString())
                .toList();
    }

    private int partitions() {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            return consumer.partitionsFor("tongban.application").size();
        }
    }

    private void send(ProducerRecord<String, byte[]> message) throws Exception {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", stack.kafka());
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            producer.send(message).get();
        }
    }

    private List<ConsumerRecord<String, byte[]>> deadLetters(String topic) {
        try (KafkaConsumer<String, byte[]> consumer = consumer()) {
            List<TopicPartition> all = consumer.partitionsFor(topic).stream()
                    .map(each -> new TopicPartition(topic, each.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            return StreamSupport.stream(consumer.poll(Duration.ofSeconds(10)).spliterator(), false)
                    .toList();
        }
    }

    private KafkaConsumer<String, byte[]> consumer() {
        Properties settings = new Properties();
        settings.put("bootstrap.servers", stack.kafka());
        return new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer());
    }
}
