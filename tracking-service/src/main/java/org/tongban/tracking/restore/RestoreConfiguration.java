package org.tongban.tracking.restore;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.event.Source;
import org.tongban.tracking.WhileServing;
import org.tongban.tracking.scan.ScanRows;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/** The room of the restore. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {
    private static final List<Source> HEARD = List.of(Timelines.APPLICATION, Timelines.NOTIFICATION);

    @Bean
    EventLog eventLog(KafkaProperties kafka) {
        Map<String, Object> settings = kafka.buildConsumerProperties();
        settings.remove(ConsumerConfig.GROUP_ID_CONFIG);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 5_000);
        return new EventLog(() -> new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer()));
    }

    @Bean
    RestoredTimelines restoredTimelines(Timelines timelines, Chronicle chronicle, Clock clock) {
        return new RestoredTimelines(timelines.store(), chronicle, clock);
    }

    @Bean
    @WhileServing
    EmptyDatabaseGuard emptyDatabaseGuard(RestoredTimelines timelines, MongoDatabase database, EventLog log) {
        return new EmptyDatabaseGuard(timelines, new Marker(database), log);
    }

    @Bean
    Restore restore(
            EventLog log,
            MongoDatabase database,
            RestoredTimelines restored,
            Timelines timelines,
            Chronicle chronicle,
            ScanRows scans,
            KafkaProperties kafka) {
        return new Restore(
                log,
                new Marker(database),
                restored,
                timelines,
                chronicle,
                scans,
                new GroupOffsets(kafka.buildAdminProperties(), Timelines.GROUP, HEARD, log)::backToTheBeginning);
    }
}
