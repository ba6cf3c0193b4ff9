package org.tongban.platform.outbox;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.kafka.core.KafkaTemplate;
import org.tongban.platform.aggregate.AggregateLimits;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;

/** The relays and the one sweeper of this service. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.tongban.platform.mongo.MongoConfiguration",
            "org.tongban.platform.loop.LoopConfiguration"
        })
@ConditionalOnBean(MongoDatabase.class)
@EnableConfigurationProperties({RelayProperties.class, AggregateLimits.class})
class RelayConfiguration {
    @Bean
    Relays relays(
            MongoDatabase database,
            KafkaTemplate<String, byte[]> kafka,
            RelayProperties properties,
            AggregateLimits limits,
            Clock clock) {
        return new Relays(database, kafka, properties, limits, clock);
    }

    @Bean
    Loop relaySweeper(Relays relays, Leases leases, RelayProperties properties) {
        return new Loop(
                "relay-sweeper", properties.sweepEvery(), leases.of("relay", properties.lease()), relays::sweep);
    }
}
