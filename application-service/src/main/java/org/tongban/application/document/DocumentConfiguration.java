package org.tongban.application.document;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.catalog.DocumentKinds;
import org.tongban.platform.idempotency.Idempotency;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentProperties.class)
class DocumentConfiguration {
    @Bean
    Documents documents(MongoDatabase database) {
        return new Documents(database);
    }

    @Bean
    Uploads uploads(
            Documents documents,
            DocumentKinds kinds,
            DocumentProperties properties,
            Idempotency idempotency,
            Clock clock) {
        return new Uploads(documents, kinds::isKnown, properties, idempotency, clock);
    }
}
