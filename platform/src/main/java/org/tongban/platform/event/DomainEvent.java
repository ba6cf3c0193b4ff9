package org.tongban.platform.event;

import java.time.Instant;

/**
 * A fact that other services may hear: past tense, immutable, without anything personal beyond opaque ids.
 *
 * <p>Implementations are records; their components become the event's JSON data.
 */
public interface DomainEvent {
    /** The wire name, ours and versioned: {@code application.submitted.v1}. Its first word names the source. */
    String type();

    /** When it happened; becomes {@code ce_time}. */
    Instant at();
}
