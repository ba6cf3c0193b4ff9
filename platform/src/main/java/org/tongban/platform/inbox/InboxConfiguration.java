package org.tongban.platform.inbox;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.DefaultKafkaConsumerFactory;
import org.springframework.kafka.core.KafkaTemplate;
import org.springframework.kafka.listener.ConcurrentMessageListenerContainer;
import org.springframework.kafka.listener.ContainerProperties;
import org.springframework.kafka.listener.DefaultBackOffHandler;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.restore.HeardMarks;
import org.tongban.platform.restore.LogMarks;

/** Wires a service's subscription to the broker: offsets after effects, retries in place, dead letters. */
@AutoConfiguration(
        afterName = {"org.tongban.platform.outbox.RelayConfiguration", "org.tongban.platform.loop.LoopConfiguration"})
@ConditionalOnBean(Subscription.class)
class InboxConfiguration {
    private static final Duration STOPPED_WITHIN = Duration.ofSeconds(5);

    @Bean
    DeadLetters deadLetters(Subscription subscription, KafkaTemplate<String, byte[]> kafka) {
        return new DeadLetters(kafka, subscription.group());
    }

    @Bean
    Inbox inbox(Subscription subscription, MongoDatabase database, Clock clock, DeadLetters deadLetters) {
        return new Inbox(subscription.handlers(), database, clock, deadLetters);
    }

    @Bean
    HeardMarks heardMarks(Subscription subscription, MongoDatabase database, KafkaProperties properties) {
        return new HeardMarks(new LogMarks(database), properties.buildAdminProperties(), subscription.group());
    }

    @Bean
    Loop heardMarksKeeper(HeardMarks heard, @Value("${tongban.log-marks.every:30s}") Duration every) {
        return new Loop("heard-marks", every, heard::keep);
    }

    @Bean
    ConcurrentMessageListenerContainer<String, byte[]> listenerContainer(
            Subscription subscription,
            Inbox inbox,
            DeadLetters deadLetters,
            HeardMarks heard,
            KafkaProperties properties) {
        ContainerProperties container = new ContainerProperties(subscription.topics());
        container.setConsumerRebalanceListener(heard);
        container.setGroupId(subscription.group());
        container.setAckMode(ContainerProperties.AckMode.BATCH);
        container.setMissingTopicsFatal(false);
        // The rest of a batch is heard again after the next start: a stop waits for one event and not for hundreds.
        container.setStopImmediate(true);
        container.setShutdownTimeout(STOPPED_WITHIN.toMillis());
        Listener listener = new Listener(inbox, deadLetters);
        container.setMessageListener(listener);
        Map<String, Object> settings = properties.buildConsumerProperties();
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        ConcurrentMessageListenerContainer<String, byte[]> containers = new ConcurrentMessageListenerContainer<>(
                new DefaultKafkaConsumerFactory<>(settings, new StringDeserializer(), new ByteArrayDeserializer()),
                container);
        containers.setConcurrency(2);
        containers.setCommonErrorHandler(Retries.inPlace(listener::giveUp, new DefaultBackOffHandler()));
        return containers;
    }

    @Bean
    Loop holeWatch(Inbox inbox, Leases leases) {
        return Loop.inOneInstance(leases, "hole-watch", Duration.ofMinutes(1), () -> {
            inbox.drainAll();
            inbox.skipOldHoles();
        });
    }
}
