package org.tongban.platform.inbox;

import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.json.Json;
import org.tongban.platform.trace.Trace;

/**
 * Where an event goes that cannot be applied: its own headers and bytes, with where it stood as the key and the reason
 * in headers, so that it can be looked at and replayed.
 */
final class DeadLetters implements Inbox.Burial {
    private static final Logger log = LoggerFactory.getLogger(DeadLetters.class);
    private static final String GROUP = "dlt-group";
    private static final long ACKNOWLEDGED_WITHIN_SECONDS = 30;

    private final KafkaTemplate<String, byte[]> kafka;
    private final String group;

    DeadLetters(KafkaTemplate<String, byte[]> kafka, String group) {
        this.kafka = kafka;
        this.group = group;
    }

    /** The broker did not take a dead letter: what was to be buried is tried again until it does. */
    static final class NotBuried extends RuntimeException {
        private NotBuried(String place, Throwable cause) {
            super("no dead letter for " + place, cause);
        }
    }

    /** Where a record stands: topic, partition and offset, {@code tongban.application-3-1024}. */
    static String place(ConsumerRecord<?, ?> message) {
        return message.topic() + "-" + message.partition() + "-" + message.offset();
    }

    /** A letter that is replayed names the group that gave it up: the others have heard it. */
    boolean isForAnotherGroup(ConsumerRecord<?, ?> message) {
        Header meant = message.headers().lastHeader(GROUP);
        return meant != null && !group.equals(new String(meant.value(), StandardCharsets.UTF_8));
    }

    /**
     * Returns once the broker has it.
     *
     * @throws NotBuried if it has not
     */
    void bury(ConsumerRecord<String, byte[]> message, Exception reason) {
        bury(
                new ProducerRecord<>(
                        message.topic() + ".dlt", null, place(message), message.value(), message.headers()),
                String.valueOf(message.key()),
                reason);
    }

    @Override
    public void bury(Envelope event, String place, RuntimeException reason) {
        ProducerRecord<String, byte[]> told = EventWire.write(
                event.source(),
                event.subject(),
                event.sequence(),
                event.type(),
                event.time(),
                Json.text(event.data()),
                Trace.parent());
        bury(
                new ProducerRecord<>(event.source().deadLetterTopic(), null, place, told.value(), told.headers()),
                event.subject(),
                reason);
    }

    private void bury(ProducerRecord<String, byte[]> letter, String key, Exception reason) {
        Throwable cause = reason instanceof ListenerExecutionFailedException && reason.getCause() != null
                ? reason.getCause()
                : reason;
        header(letter.headers(), "dlt-key", key);
        header(letter.headers(), GROUP, group);
        header(letter.headers(), "dlt-reason", cause.getClass().getName());
        try {
            kafka.send(letter).get(ACKNOWLEDGED_WITHIN_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | RuntimeException e) {
            throw new NotBuried(letter.key(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotBuried(letter.key(), e);
        }
        log.error(
                "event at {} went to the dead letters of group {}: look at it and replay it",
                letter.key(),
                group,
                cause);
    }

    private static void header(Headers headers, String name, String value) {
        headers.remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
