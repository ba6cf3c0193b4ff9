package org.tongban.application.document;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.catalog.DocumentKinds;
import org.tongban.application.identity.VerifiedNames;
import org.tongban.application.intake.Applications;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.secret.Keys;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DocumentProperties.class)
class DocumentConfiguration {
    private static final Duration FORGETTING = Duration.ofHours(1);

    /** No upload takes so long: what is older was left by a process that was killed. */
    private static final Duration CUT_OFF = Duration.ofHours(1);

    @Bean
    Documents documents(MongoDatabase database, Clock clock) {
        return new Documents(database, clock);
    }

    @Bean
    DocumentUse applicationUse(Applications applications) {
        return new ApplicationUse(applications);
    }

    @Bean
    Looks looks(MongoDatabase database) {
        return new Looks(database);
    }

    @Bean
    CaseDocuments caseDocuments(
            Documents documents, Applications applications, Clock clock, @Value("${tongban.keys}") Path keys) {
        return new CaseDocuments(documents, applications, Keys.in(keys).pseudonyms(), clock);
    }

    @Bean
    Applicants applicants(
            Applications applications,
            VerifiedNames names,
            Looks looks,
            Clock clock,
            @Value("${tongban.keys}") Path keys) {
        return new Applicants(applications, names, looks, Keys.in(keys).pseudonyms(), clock);
    }

    @Bean
    Loop lookSweeper(Looks looks, Leases leases, DocumentProperties properties, Clock clock) {
        return Loop.inOneInstance(
                leases,
                "look-sweeper",
                FORGETTING,
                () -> looks.sweep(clock.instant().minus(properties.looksKept())));
    }

    @Bean
    Deletions deletions(Documents documents, List<DocumentUse> uses) {
        return new Deletions(documents, uses);
    }

    @Bean
    Loop contentSweeper(Documents documents, Leases leases, DocumentProperties properties, Clock clock) {
        return Loop.inOneInstance(
                leases,
                "content-sweeper",
                properties.sweepEvery(),
                () -> documents.sweep(clock.instant().minus(CUT_OFF)));
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
