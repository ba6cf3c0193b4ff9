package org.tongban.tracking.restore;

import java.util.Optional;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.UnreadableEvent;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.EntryAppended;

/** Reads records that a log keeps for ever, whatever they are: what is none of ours is passed over with a line. */
final class LogReading {
    private final Consumer<String> tell;

    LogReading(Consumer<String> tell) {
        this.tell = tell;
    }

    /**
     * An event of ours.
     *
     * @param place topic, partition and offset
     */
    record Read(Envelope event, String place) {
        String code() {
            return event.subject();
        }
    }

    Optional<Read> event(ConsumerRecord<String, byte[]> message) {
        String place = message.topic() + "-" + message.partition() + "-" + message.offset();
        try {
            Envelope event = EventWire.read(message);
            new TrackingCode(event.subject());
            return Optional.of(new Read(event, place));
        } catch (UnreadableEvent | IllegalArgumentException e) {
            passOver(place, e.getMessage());
            return Optional.empty();
        }
    }

    Optional<Entry> entry(Read read) {
        try {
            @Nullable
            Entry entry = EventWire.data(read.event(), EntryAppended.class).entry();
            if (entry == null) {
                passOver(read.place(), "it holds no entry");
            }
            return Optional.ofNullable(entry);
        } catch (RuntimeException e) {
            // whatever somebody wrote there, the record stays for ever and must not stop anybody
            passOver(read.place(), "its entry cannot be read: " + e.getClass().getSimpleName());
            return Optional.empty();
        }
    }

    void passOver(String place, @Nullable String why) {
        tell.accept("passed over " + place + ": " + why);
    }
}
