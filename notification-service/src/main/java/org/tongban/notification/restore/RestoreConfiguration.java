package org.tongban.notification.restore;

import com.mongodb.client.MongoDatabase;
import java.util.List;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.event.Source;
import org.tongban.platform.restore.EmptyDatabaseGuard;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.GroupOffsets;

/** The room of the restore. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {
    private static final String GROUP = "notification-service";

    @Bean
    Restore restore(MongoDatabase database, KafkaProperties kafka) {
        GroupOffsets offsets = new GroupOffsets(
                kafka.buildAdminProperties(), GROUP, List.of(new Source("application")), EventLog.of(kafka));
        return new Restore(database, offsets::backToTheBeginning);
    }

    @Bean
    @ConditionalOnProperty(name = "tongban.restore", havingValue = "false", matchIfMissing = true)
    EmptyDatabaseGuard emptyDatabaseGuard(Restore restore, KafkaProperties kafka) {
        return new EmptyDatabaseGuard(
                "notification", restore::isNeeded, List.of(new Source("notification")), EventLog.of(kafka));
    }
}
