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
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.json.Json;
import org.tongban.platform.trace.Trace;
import tools.jackson.databind.JsonNode;

/** Events to Kafka records and back: CloudEvents 1.0, binary mode, key = subject. */
public final class EventWire {
    private static final String SEQUENCE = "sequence";
    private static final String TRACE_HEADER = "ce_" + Trace.PARENT;

    private EventWire() {}

    /** @param data the event's JSON text, taken as it is */
    public static ProducerRecord<String, byte[]> write(
            Source source, String subject, long sequence, String type, Instant time, String data) {
        return write(source, subject, sequence, type, time, data, null);
    }

    /** @param traceparent the trace in which it came about, null for none */
    public static ProducerRecord<String, byte[]> write(
            Source source,
            String subject,
            long sequence,
            String type,
            Instant time,
            String data,
            @Nullable String traceparent) {
        CloudEventBuilder event = CloudEventBuilder.v1()
                .withId(source.path() + "/" + subject + "/" + sequence)
                .withSource(URI.create(source.path()))
                .withType(type)
                .withSubject(subject)
                .withTime(OffsetDateTime.ofInstant(time, ZoneOffset.UTC))
                .withExtension(SEQUENCE, Long.toString(sequence))
                .withData("application/json", data.getBytes(StandardCharsets.UTF_8));
        if (traceparent != null) {
            event.withExtension(Trace.PARENT, traceparent);
        }
        return KafkaMessageFactory.<String>createWriter(source.topic(), subject).writeBinary(event.build());
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

    /** The trace in which a record's event came about, whatever else it is; null for none. */
    public static @Nullable String traceparent(ConsumerRecord<String, byte[]> message) {
        Header header = message.headers().lastHeader(TRACE_HEADER);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    /** Reads the event's data as a record, ignoring fields it does not know. */
    public static <T> T data(Envelope envelope, Class<T> type) {
        return Json.lenient().treeToValue(envelope.data(), type);
    }
}
