package org.tongban.platform.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;
import org.tongban.platform.json.Json;

class EventWireTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:11:09.120Z");

    @Test
    void anEventIsACloudEventInBinaryModeWithTheCodeAsItsKey() {
        ProducerRecord<String, byte[]> message = written();

        assertThat(message.topic()).isEqualTo("tongban.application");
        assertThat(message.key()).isEqualTo("7KQ2M9XT04HBZR50");
        assertThat(header(message, "ce_specversion")).isEqualTo("1.0");
        assertThat(header(message, "ce_id")).isEqualTo("/application/7KQ2M9XT04HBZR50/3");
        assertThat(header(message, "ce_source")).isEqualTo("/application");
        assertThat(header(message, "ce_type")).isEqualTo("application.submitted.v1");
        assertThat(header(message, "ce_subject")).isEqualTo("7KQ2M9XT04HBZR50");
        assertThat(header(message, "ce_sequence")).isEqualTo("3");
        assertThat(Instant.parse(header(message, "ce_time"))).isEqualTo(AT);
        assertThat(header(message, "content-type")).isEqualTo("application/json");
        assertThat(message.value()).asString(StandardCharsets.UTF_8).isEqualTo("{\"listNo\":\"L-1\"}");
    }

    @Test
    void whatWasWrittenIsReadBack() {
        Envelope envelope = EventWire.read(received(written()));

        assertThat(envelope)
                .isEqualTo(new Envelope(
                        new Source("application"),
                        "7KQ2M9XT04HBZR50",
                        3,
                        "application.submitted.v1",
                        AT,
                        Json.mapper().readTree("{\"listNo\":\"L-1\"}")));
    }

    @Test
    void aRecordThatIsNoEventIsUnreadable() {
        ConsumerRecord<String, byte[]> noise =
                new ConsumerRecord<>("tongban.application", 0, 0, "x", "not an event".getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> EventWire.read(noise)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anEventOnAnothersTopicIsUnreadable() {
        ProducerRecord<String, byte[]> written = written();
        ConsumerRecord<String, byte[]> astray = new ConsumerRecord<>(
                "tongban.tracking",
                0,
                0,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                java.util.Optional.empty());

        assertThatThrownBy(() -> EventWire.read(astray)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void anEventUnderAnothersKeyIsUnreadable() {
        ProducerRecord<String, byte[]> written = written();
        ConsumerRecord<String, byte[]> astray = new ConsumerRecord<>(
                written.topic(),
                0,
                0,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                "another",
                written.value(),
                written.headers(),
                java.util.Optional.empty());

        assertThatThrownBy(() -> EventWire.read(astray)).isInstanceOf(UnreadableEvent.class);
    }

    private static ProducerRecord<String, byte[]> written() {
        return EventWire.write(
                new Source("application"),
                "7KQ2M9XT04HBZR50",
                3,
                "application.submitted.v1",
                AT,
                "{\"listNo\":\"L-1\"}");
    }

    private static ConsumerRecord<String, byte[]> received(ProducerRecord<String, byte[]> written) {
        return new ConsumerRecord<>(
                written.topic(),
                0,
                0,
                0L,
                TimestampType.CREATE_TIME,
                0,
                0,
                written.key(),
                written.value(),
                written.headers(),
                java.util.Optional.empty());
    }

    private static String header(ProducerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return new String(header.value(), StandardCharsets.UTF_8);
    }
}
