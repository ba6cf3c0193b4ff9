package org.tongban.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.KafkaException;
import org.springframework.kafka.core.KafkaTemplate;

/**
 * Where an event goes that cannot be applied: its own headers and bytes, with where it stood as the key and the reason
 * in headers, so that it can be looked at and replayed.
 */
final class DeadLetters {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private final KafkaTemplate<String, byte[]> kafka;
    private final String group;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    /** Returns once the broker has it; throws if it has not, so that the event is tried again. */
    void bury(ConsumerRecord<String, byte[]> message, Throwable reason) {
        String place = message.topic() + "-" + message.partition() + "-" + message.offset();
        ProducerRecord<String, byte[]> letter =
                new ProducerRecord<>(message.topic() + ".dlt", null, place, message.value(), message.headers());
        Headers headers = letter.headers();
        header(headers, "dlt-key", String.valueOf(message.key()));
        header(headers, "dlt-group", group);
        header(headers, "dlt-reason", reason.getClass().getName());
        try {
            kafka.send(letter).get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new KafkaException("no dead letter for " + place, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException("interrupted before the dead letter for " + place, e);
        }
        log.error("event at {} went to the dead letters of group {}: look at it and replay it", place, group, reason);
    }

    private static void header(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
