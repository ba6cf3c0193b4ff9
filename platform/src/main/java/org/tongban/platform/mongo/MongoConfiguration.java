package org.tongban.platform.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The service's own database, with the durability every acknowledged write rests on. */
@EnableConfigurationProperties(StorePatience.class)
@AutoConfiguration(before = MongoAutoConfiguration.class)
class MongoConfiguration {
    /** Whether a write is tried again by the driver is said by the store's address: not every store has sessions. */
    @Bean
    MongoClientSettingsBuilderCustomizer durable(StorePatience patience) {
        return settings -> settings.codecRegistry(BsonCodecs.registry())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(patience.connected().toMillis(), TimeUnit.MILLISECONDS)
                                .readTimeout(patience.answered().toMillis(), TimeUnit.MILLISECONDS))
                .applyToConnectionPoolSettings(
                        pool -> pool.maxWaitTime(patience.found().toMillis(), TimeUnit.MILLISECONDS))
                .applyToClusterSettings(cluster ->
                        cluster.serverSelectionTimeout(patience.found().toMillis(), TimeUnit.MILLISECONDS));
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase database(MongoClient client, @Value("${tongban.database}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    StoreHealth storeHealthIndicator(MongoDatabase database, Clock clock) {
        return new StoreHealth(database, clock);
    }
}
