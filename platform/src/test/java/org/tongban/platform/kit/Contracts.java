package org.tongban.platform.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** The golden samples: one JSON file per event and version, which the teller writes and every listener reads. */
public final class Contracts {
    private Contracts() {}

    /** The sample of this event type's data. */
    public static JsonNode sample(String type) {
        try (InputStream in = Contracts.class.getResourceAsStream("/contracts/" + type + ".json")) {
            if (in == null) {
                throw new IllegalArgumentException("no contract for " + type);
            }
            return Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the teller puts on the wire; compare with {@link #sample(String)}. */
    public static JsonNode written(DomainEvent event) {
        return Json.mapper().readTree(Json.text(event));
    }

    /** The sample as it arrives at a listener. */
    public static Envelope envelope(String type, String subject, long sequence, Instant time) {
        return new Envelope(Source.ofType(type), subject, sequence, type, time, sample(type));
    }
}
