package org.tongban.platform.event;

import java.time.Instant;
import tools.jackson.databind.JsonNode;

/**
 * An event as it travels: CloudEvents attributes and JSON data.
 *
 * @param source who tells
 * @param subject the code, which is also the Kafka key
 * @param sequence counts per (source, subject), from 1, without gaps
 * @param type {@code application.submitted.v1}
 * @param time when it happened, UTC, milliseconds
 * @param data the event's record as JSON
 */
public record Envelope(Source source, String subject, long sequence, String type, Instant time, JsonNode data) {
    public Envelope {
        if (sequence < 1 || subject.isEmpty() || type.isEmpty()) {
            throw new IllegalArgumentException("no event: " + source.path() + "/" + subject + "/" + sequence);
        }
    }

    /** {@code /application/7KQ2M9XT04HBZR50/3}: the same for every copy of this event. */
    public String id() {
        return source.path() + "/" + subject + "/" + sequence;
    }
}
