package org.tongban.platform.mongo;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
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
    @Bean
    MongoClientSettingsBuilderCustomizer durable() {
        return settings -> settings.codecRegistry(BsonCodecs.registry())
                .writeConcern(WriteConcern.MAJORITY.withJournal(true))
                .readConcern(ReadConcern.MAJORITY)
                .retryWrites(false)
                .applyToSocketSettings(
                        socket -> socket.connectTimeout(5, TimeUnit.SECONDS).readTimeout(30, TimeUnit.SECONDS))
                .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS));
    }

    @Bean
    @ConditionalOnMissingBean
    MongoDatabase database(MongoClient client, @Value("${tongban.database}") String name) {
        return client.getDatabase(name);
    }
}
