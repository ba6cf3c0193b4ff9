package org.tongban.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoSocketWriteException;
import com.mongodb.ServerAddress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.MockConsumer;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.listener.BackOffHandler;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultErrorHandler;
import org.springframework.kafka.listener.KafkaMessageListenerContainer;
import org.springframework.kafka.listener.ListenerExecutionFailedException;
import org.springframework.kafka.listener.MessageListenerContainer;

final class RetriesTest {
    private static final TopicPartition PARTITION = new TopicPartition("tongban.application", 1);

    private final List<ConsumerRecord<String, byte[]>> givenUp = new ArrayList<>();
    private final List<Long> pauses = new ArrayList<>();
    private final MockConsumer<String, byte[]> consumer = new MockConsumer<>("earliest");
    private final MessageListenerContainer container = new KafkaMessageListenerContainer<String, byte[]>(
            new DefaultKafkaConsumerFactory<>(Map.of()), new ContainerProperties(PARTITION.topic()));
    private final ConsumerRecord<String, byte[]> event =
            new ConsumerRecord<>(PARTITION.topic(), PARTITION.partition(), 6, "code", new byte[0]);
    private final DefaultErrorHandler retries =
            Retries.inPlace((message, reason) -> givenUp.add(message), new BackOffHandler() {
                @Override
                public void onNextBackOff(
                        @Nullable MessageListenerContainer waiting, @Nullable Exception thrown, long nextBackOff) {
                    pauses.add(nextBackOff);
                }
            });

    @BeforeEach
    void thePartitionIsOurs() {
        consumer.assign(List.of(PARTITION));
        consumer.updateBeginningOffsets(Map.of(PARTITION, 0L));
        consumer.updateEndOffsets(Map.of(PARTITION, 7L));
    }

    @Test
    void whatWaitsForTheStoreIsTriedForEver() {
        for (int attempt = 0; attempt < 50; attempt++) {
            fail(new MongoSocketWriteException(
                    "Exception sending message", new ServerAddress(), new IOException("Broken pipe")));
        }

        assertThat(givenUp).isEmpty();
        assertThat(pauses).hasSize(50).containsOnly(1_000L);
        assertThat(consumer.position(PARTITION)).isEqualTo(event.offset());
    }

    @Test
    void anyOtherFailureIsGivenUpAfterTheFifthTry() {
        for (int attempt = 1; attempt < 5; attempt++) {
            fail(new IllegalStateException("a bug"));
            assertThat(givenUp).as("after try %d", attempt).isEmpty();
        }

        fail(new IllegalStateException("a bug"));

        assertThat(givenUp).containsExactly(event);
    }

    @Test
    void aBugThatShowsAfterAnOutageGetsItsFiveTriesToo() {
        fail(new MongoSocketWriteException("Exception sending message", new ServerAddress(), new IOException("x")));
        for (int attempt = 1; attempt < 5; attempt++) {
            fail(new IllegalStateException("a bug"));
        }
        assertThat(givenUp).isEmpty();

        fail(new IllegalStateException("a bug"));

        assertThat(givenUp).containsExactly(event);
    }

    private static Throwable rootOf(Throwable reason) {
        return reason.getCause() == null ? reason : rootOf(reason.getCause());
    }

    private void fail(Exception reason) {
        try {
            retries.handleRemaining(
                    new ListenerExecutionFailedException("Listener failed", reason),
                    List.of(event),
                    consumer,
                    container);
        } catch (RuntimeException again) {
            assertThat(again).hasRootCause(rootOf(reason));
        }
    }
}
