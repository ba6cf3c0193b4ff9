package org.tongban.platform.inbox;

import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.springframework.kafka.listener.MessageListener;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.UnreadableEvent;
import org.tongban.platform.trace.Trace;

/** One record from a topic: read it, hear it; what cannot be read goes to the dead letters at once. */
final class Listener implements MessageListener<String, byte[]> {
    private final Inbox inbox;
    private final DeadLetters deadLetters;

    Listener(Inbox inbox, DeadLetters deadLetters) {
        this.inbox = inbox;
        this.deadLetters = deadLetters;
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        if (!deadLetters.isForAnotherGroup(message)) {
            Trace.continuing(
                    EventWire.traceparent(message), () -> read(message).ifPresent(event -> hear(event, message)));
        }
    }

    private void hear(Envelope event, ConsumerRecord<String, byte[]> message) {
        try {
            inbox.hear(event, DeadLetters.place(message));
        } catch (UnreadableEvent e) {
            deadLetters.bury(message, e);
        }
    }

    /** After the last try of what does not go away by waiting. */
    void giveUp(ConsumerRecord<String, byte[]> message, Exception reason) {
        Trace.continuing(
                EventWire.traceparent(message),
                () -> read(message).ifPresent(event -> {
                    deadLetters.bury(message, reason);
                    CrashPoints.reached("inbox.after-letter");
                    inbox.giveUp(event);
                }));
    }

    private Optional<Envelope> read(ConsumerRecord<String, byte[]> message) {
        try {
            return Optional.of(EventWire.read(message));
        } catch (UnreadableEvent e) {
            deadLetters.bury(message, e);
            return Optional.empty();
        }
    }
}
