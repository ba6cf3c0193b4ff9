package org.tongban.notification.inbox;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.event.DomainEvent;

/**
 * A message reached its channel.
 *
 * @param messageId the message
 * @param about the type of the event it tells of
 * @param channel {@code INBOX}
 */
record Sent(String messageId, @Nullable Integer caseNo, String about, String channel, Instant at)
        implements DomainEvent {
    @Override
    public String type() {
        return "notification.sent.v1";
    }
}
