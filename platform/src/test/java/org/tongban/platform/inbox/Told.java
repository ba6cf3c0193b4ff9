package org.tongban.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.kit.TestBroker;

/** What a teller sent, and what became of it. */
final class Told {
    private static final KafkaTemplate<String, byte[]> KAFKA = TestBroker.template(TestBroker.address());

    private Told() {}

    /** Sends events of a kind about a code in the given order of their numbers. */
    static void by(String kind, String code, long... numbers) throws InterruptedException, ExecutionException {
        for (long n : numbers) {
            send(EventWire.write(HearingProcess.TELLER, code, n, "tracking." + kind + ".v1", Instant.EPOCH, "{}"));
        }
    }

    static void send(ProducerRecord<String, byte[]> message) throws InterruptedException, ExecutionException {
        KAFKA.send(message).get();
    }

    /** The dead letters about a code that a group has written. */
    static List<ConsumerRecord<String, byte[]>> letters(String group, String code) {
        return TestBroker.records(
                HearingProcess.TELLER.deadLetterTopic(),
                letter -> header(letter, "dlt-group").equals(group)
                        && header(letter, "dlt-key").equals(code));
    }

    static String header(ConsumerRecord<String, byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
