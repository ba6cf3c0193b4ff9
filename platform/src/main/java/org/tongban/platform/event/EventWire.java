package org.tongban.platform.event;

import io.cloudevents.CloudEvent;
import io.cloudevents.CloudEventData;
import io.cloudevents.core.builder.CloudEventBuilder;
import io.cloudevents.kafka.KafkaMessageFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Events to Kafka records and back: CloudEvents 1.0, binary mode, key = subject. */
public final class EventWire {
    private static final String SEQUENCE = "sequence";

    private EventWire() {}

    /** @param data the event's JSON text, taken as it is */
    public static ProducerRecord<String, byte[]> write(
            Source source, String subject, long sequence, String type, Instant time, String data) {
        CloudEvent event = CloudEventBuilder.v1()
                .withId(source.path() + "/" + subject + "/" + sequence)
                .withSource(URI.create(source.path()))
                .withType(type)
                .withSubject(subject)
                .withTime(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(sequence))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8))
                .build();
        return KafkaMessageFactory.<String>createWriter(source.topic(), subject).writeBinary(event);
    }

    /** @throws UnreadableEvent when the record is no event of ours */
    public static Envelope read(ConsumerRecord<String, byte[]> message) {
        try {
            CloudEvent event = KafkaMessageFactory.createReader(message).toEvent();
            CloudEventData data = Objects.requireNonNull(event.getData(), "data");
            JsonNode json = Json.lenient().readTree(data.toBytes());
            Source source = Source.ofPath(event.getSource().toString());
            String subject = Objects.requireNonNull(event.getSubject(), "subject");
            if (!source.topic().equals(message.topic()) || !subject.equals(message.key())) {
                throw new IllegalArgumentException("source or key do not fit the topic");
            }
            long sequence = Long.parseLong(String.valueOf(event.getExtension(SEQUENCE)));
            Instant time =
                    Objects.requireNonNull(event.getTime(), "time").toInstant().truncatedTo(ChronoUnit.MILLIS);
            return new Envelope(source, subject, sequence, event.getType(), time, json);
        } catch (RuntimeException e) {
            throw new UnreadableEvent("no readable event: " + e.getClass().getSimpleName(), e);
        }
    }

    /** Reads the event's data as a record, ignoring fields it does not know. */
    public static <T> T data(Envelope envelope, Class<T> type) {
        return Json.lenient().treeToValue(envelope.data(), type);
    }
}
