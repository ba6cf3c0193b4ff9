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
import org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;

/** The service's own database, with the durability every acknowledged write rests on. */
@AutoConfiguration(before = MongoAutoConfiguration.class)
class MongoConfiguration {
    /**
     * For one command, a write that waits for a majority as well. It counts anew for each page of a walk and each piece of
     * a file, which a bound for the whole operation would not.
     */
    private static final int ANSWERED_WITHIN_SECONDS = 10;

    @Bean
    MongoClientSettingsBuilderCustomizer durable() {
        return settings -> settings.codecRegistry(BsonCodecs.registry())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(false)
                .applyToSocketSettings(socket -> socket.connectTimeout(2, TimeUnit.SECONDS)
                        .readTimeout(ANSWERED_WITHIN_SECONDS, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(pool -> pool.maxWaitTime(3, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(3, TimeUnit.SECONDS));
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
