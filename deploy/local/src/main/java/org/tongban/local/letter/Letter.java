package org.tongban.local.letter;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * An event that one consumer group gave up.
 *
 * @param message the letter as it lies on the dead-letter topic
 */
public record Letter(ConsumerRecord<String, byte[]> message) {

    static final String SUFFIX = ".dlt";

    private static final String GROUP = "dlt-group";

    private static final String KEY = "dlt-key";

    private static final String REASON = "dlt-reason";

    private static final String SETTLED = "dlt-settled";

    /** Whose it is: {@code notification-service}. */
    public String group() {
        return text(GROUP);
    }

    /** Where the event stands: topic, partition and offset, {@code tongban.application-3-1024}. */
    public String place() {
        return String.valueOf(message.key());
    }

    /** The event's own key, which is its code. */
    public String key() {
        return text(KEY);
    }

    /** When it was given up. */
    public Instant when() {
        return Instant.ofEpochMilli(message.timestamp());
    }

    /** One letter per event and group. */
    String id() {
        return group() + " " + place();
    }

    /** Whether this is the note that an earlier letter was dealt with. */
    boolean isSettled() {
        return message.headers().lastHeader(SETTLED) != null;
    }

    /** The topic it was on before it was given up. */
    String topic() {
        return place().replaceFirst("-\\d+-\\d+$", "");
    }

    /** What it is, as far as it could be read. */
    public String type() {
        String type = text("ce_type");
        return type.isEmpty() ? "unreadable" : type;
    }

    /** The bare name of what was thrown. */
    public String reason() {
        String reason = text(REASON);
        return reason.substring(reason.lastIndexOf('.') + 1);
    }

    /** The event's headers, and whose it is: the other groups pass it over. */
    Headers headersOfTheEvent() {
        Headers own = new RecordHeaders(message.headers().toArray());
        own.remove(KEY);
        own.remove(REASON);
        return own;
    }

    /** What the note that it was dealt with says. */
    Headers settled(String how) {
        return new RecordHeaders()
                .add(GROUP, group().getBytes(StandardCharsets.UTF_8))
                .add(KEY, key().getBytes(StandardCharsets.UTF_8))
                .add(SETTLED, how.getBytes(StandardCharsets.UTF_8));
    }

    private String text(String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
