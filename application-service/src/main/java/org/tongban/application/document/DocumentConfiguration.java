package org.tongban.application.document;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.catalog.DocumentKinds;
import org.tongban.platform.idempotency.Idempotency;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentProperties.class)
class DocumentConfiguration {
    /** No upload takes so long: what is older was left by a process that was killed. */
    private static final Duration CUT_OFF = Duration.ofHours(1);

    @Bean
    Documents documents(MongoDatabase database) {
        return new Documents(database);
    }

    @Bean
    Downloads downloads(DocumentProperties properties) {
        return new Downloads(properties.download());
    }

    @Bean
    Uploads uploads(
            Documents documents,
            DocumentKinds kinds,
            DocumentProperties properties,
            Idempotency idempotency,
            Clock clock) {
        Arrived.removeOlderThan(clock.instant().minus(CUT_OFF));
        return new Uploads(documents, kinds::isKnown, properties, idempotency, clock);
    }
}
