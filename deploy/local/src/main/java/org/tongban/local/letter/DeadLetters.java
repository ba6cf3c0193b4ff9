package org.tongban.local.letter;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;
import org.tongban.local.place.Refused;

/**
 * The letters of all groups. The dead-letter topics themselves are the record: a note under the letter's own key says
 * that it was dealt with, and a letter that comes after the note is open again.
 */
public final class DeadLetters {

    private static final Duration POLL = Duration.ofMillis(500);

    private static final long ANSWER_SECONDS = 10;

    private static final int LOOKS = 150;

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(200);

    private final String bootstrap;

    public DeadLetters(String bootstrap) {
        this.bootstrap = bootstrap;
    }

    /** What was given up and not dealt with yet, oldest first in each topic. */
    public List<Letter> open() {
        Map<String, Letter> open = new LinkedHashMap<>();
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(settings(), new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.listTopics().entrySet().stream()
                    .filter(topic -> topic.getKey().endsWith(Letter.SUFFIX))
                    .flatMap(topic -> topic.getValue().stream())
                    .map(info -> new TopicPartition(info.topic(), info.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(message -> {
                    Letter letter = new Letter(message);
                    open.remove(letter.id());
                    if (!letter.isSettled()) {
                        open.put(letter.id(), letter);
                    }
                });
            }
        } catch (KafkaException e) {
            throw silent(e);
        }
        return List.copyOf(open.values());
    }

    /**
     * Lets the group that gave it up hear it once more, and nobody else; waits until it has.
     *
     * @return what came of it, in words
     */
    public String replay(Letter letter) {
        RecordMetadata again =
                send(letter.topic(), letter.key(), letter.message().value(), letter.headersOfTheEvent());
        String place = again.topic() + "-" + again.partition() + "-" + again.offset();
        settle(letter, "replayed as " + place);
        if (!isHeard(letter.group(), again)) {
            return "sent again as " + place + "; " + letter.group() + " has not heard it yet: does it run?";
        }
        return open().stream()
                .filter(each ->
                        each.group().equals(letter.group()) && each.place().equals(place))
                .findFirst()
                .map(each -> "given up again as " + place + ": " + each.reason())
                .orElse("heard by " + letter.group() + " as " + place);
    }

    /** Notes that a letter was dealt with. */
    public void settle(Letter letter, String how) {
        send(letter.topic() + Letter.SUFFIX, letter.place(), null, letter.settled(how));
    }

    private RecordMetadata send(String topic, String key, byte @Nullable [] value, Headers headers) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(), new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>(topic, null, key, value, headers))
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private boolean isHeard(String group, RecordMetadata record) {
        TopicPartition partition = new TopicPartition(record.topic(), record.partition());
        try (Admin admin = Admin.create(settings())) {
            for (int look = 0; look < LOOKS; look++) {
                Map<TopicPartition, OffsetAndMetadata> offsets = admin.listConsumerGroupOffsets(group)
                        .partitionsToOffsetAndMetadata()
                        .get(ANSWER_SECONDS, TimeUnit.SECONDS);
                OffsetAndMetadata offset = offsets.get(partition);
                if (offset != null && offset.offset() > record.offset()) {
                    return true;
                }
                TimeUnit.MILLISECONDS.sleep(BETWEEN_LOOKS.toMillis());
            }
            return false;
        } catch (ExecutionException | TimeoutException | KafkaException e) {
            throw silent(e);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private Map<String, Object> settings() {
        return Map.of(
                "bootstrap.servers",
                bootstrap,
                "default.api.timeout.ms",
                10_000,
                "request.timeout.ms",
                5_000,
                "max.block.ms",
                10_000,
                "enable.auto.commit",
                false);
    }

    private Refused silent(Exception cause) {
        return new Refused("The broker at " + bootstrap + " does not answer: ./tongban status shows what runs.", cause);
    }

    private static Refused interrupted(InterruptedException cause) {
        Thread.currentThread().interrupt();
        return new Refused("The command was interrupted.", cause);
    }
}
