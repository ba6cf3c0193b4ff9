package org.tongban.tracking.stream;

import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.loop.Loop;
import org.tongban.tracking.WhileServing;

/** The room of the streams. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamProperties.class)
class StreamConfiguration {
    @Bean
    Watchers watchers() {
        return new Watchers();
    }

    @Bean
    Seats seats(StreamProperties properties) {
        return new Seats(properties);
    }

    @Bean
    StreamPool streamPool(StreamProperties properties) {
        return new StreamPool(properties.threads());
    }

    @Bean
    @WhileServing
    LogFollower logFollower(KafkaProperties kafka, Watchers watchers) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        return new LogFollower(
                () -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()), watchers);
    }

    @Bean
    @WhileServing
    Loop heartbeats(Watchers watchers, StreamProperties properties) {
        return new Loop("stream-heartbeat", properties.heartbeat(), () -> watchers.each(Watcher::beat));
    }
}
