package org.tongban.application.bag;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.application.catalog.Catalog;
import org.tongban.application.catalog.Notices;
import org.tongban.application.document.DocumentUse;
import org.tongban.application.document.Documents;
import org.tongban.application.identity.Desks;
import org.tongban.application.intake.Intake;
import org.tongban.application.review.AnswerRules;
import org.tongban.platform.aggregate.AggregateLimits;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BagProperties.class)
class BagConfiguration {
    private static final Duration FORGETTING = Duration.ofHours(1);

    private static final AggregateType<Bag> TYPE = new AggregateType<>(Bag.class, "bags", "bagId");

    /** Bags tell nothing, so nobody hears this store's bell. */
    static AggregateStore<Bag> store(MongoDatabase database, Clock clock) {
        return new AggregateStore<>(database, TYPE, clock, bagId -> {});
    }

    @Bean
    AggregateStore<Bag> bagStore(MongoDatabase database, Clock clock, AggregateLimits limits) {
        return new AggregateStore<>(database, TYPE, clock, bagId -> {}, limits);
    }

    @Bean
    Bags bags(
            AggregateStore<Bag> store,
            Catalog catalog,
            Notices notices,
            Documents documents,
            Idempotency idempotency,
            BagProperties properties,
            Clock clock) {
        return new Bags(store, catalog, notices, documents, idempotency, properties, clock);
    }

    @Bean
    Submissions submissions(
            AggregateStore<Bag> store,
            Intake intake,
            Documents documents,
            Desks desks,
            Idempotency idempotency,
            BagProperties properties,
            Clock clock) {
        return new Submissions(store, intake, documents, desks, idempotency, properties, clock);
    }

    @Bean
    DocumentUse bagUse(AggregateStore<Bag> store, Clock clock) {
        return new BagUse(store, clock);
    }

    @Bean
    ExpiredBags expiredBags(AggregateStore<Bag> store, BagProperties properties, Clock clock) {
        return new ExpiredBags(store, properties, clock);
    }

    @Bean
    Loop bagSweeper(ExpiredBags expired, Leases leases) {
        return Loop.inOneInstance(leases, "bag-sweeper", FORGETTING, expired::sweep);
    }

    @Bean
    AnswerRules answerRules(Documents documents) {
        return new CorrectionAnswers(documents);
    }

    @Bean
    Loop submissionSweeper(Submissions submissions, Leases leases, BagProperties properties) {
        return Loop.inOneInstance(leases, "submission-sweeper", properties.sweepEvery(), submissions::sweep);
    }
}
