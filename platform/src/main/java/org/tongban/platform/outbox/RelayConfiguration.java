package org.tongban.platform.outbox;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.loop.Loop;

/** The relays and the one sweeper of this service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.tongban.platform.mongo.MongoConfiguration"
        })
@ConditionalOnBean(MongoDatabase.class)
@EnableConfigurationProperties(RelayProperties.class)
class RelayConfiguration {
    @Bean
    Relays relays(
            MongoDatabase database, KafkaTemplate<String, byte[]> kafka, RelayProperties properties, Clock clock) {
        return new Relays(database, kafka, properties, clock);
    }

    @Bean
    Loop relaySweeper(Relays relays, MongoDatabase database, RelayProperties properties, Clock clock) {
        Lease lease = new Lease(database, "relay", properties.lease(), clock);
        return new Loop("relay-sweeper", properties.sweepEvery(), () -> {
            if (lease.taken()) {
                relays.sweep();
            }
        });
    }
}
