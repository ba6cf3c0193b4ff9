package org.tongban.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.kit.Broker;

/** What a teller sent, and what became of it. */
final class Told {
    private Told() {}

    /** Sends events of a kind about a code in the given order of their numbers. */
    static void by(String kind, String code, long... numbers) {
        for (long n : numbers) {
            Broker.shared()
                    .send(EventWire.write(
                            HearingProcess.TELLER, code, n, "tracking." + kind + ".v1", Instant.EPOCH, "{}"));
        }
    }

    /** The dead letters about a code that a group has written. */
    static List<ConsumerRecord<String, byte[]>> letters(String group, String code) {
        return Broker.shared()
                .records(
                        HearingProcess.TELLER.deadLetterTopic(),
                        letter -> header(letter, "dlt-group").equals(group)
                                && header(letter, "dlt-key").equals(code));
    }

    /**
     * The same, one per place: a letter is written at least once, and a listener that loses its partition on a slow
     * machine while it writes leaves the same one to its successor.
     */
    static List<ConsumerRecord<String, byte[]>> lettersByPlace(String group, String code) {
        Map<String, ConsumerRecord<String, byte[]>> byPlace = new LinkedHashMap<>();
        letters(group, code).forEach(letter -> byPlace.putIfAbsent(letter.key(), letter));
        return List.copyOf(byPlace.values());
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
