package org.tongban.identity.person;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.outbox.Relays;
import org.tongban.platform.secret.Keys;

/** Puts the person's room together; without its keys the service does not start. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(VerificationProperties.class)
class PersonConfiguration {
    private static final AggregateType<Person> PERSON = new AggregateType<>(Person.class, "people", "id");
    private static final AggregateType<Attempts> ATTEMPTS =
            new AggregateType<>(Attempts.class, "verificationAttempts", "id");
    private static final Duration FORGETTING = Duration.ofHours(1);

    @Bean
    Seals seals(@Value("${tongban.keys}") String folder) {
        Keys keys = Keys.in(Path.of(folder));
        return new Seals(keys.fieldCipher(), keys.blindIndex());
    }

    @Bean
    AggregateStore<Person> personStore(Relays relays) {
        return relays.store(PERSON);
    }

    @Bean
    People people(AggregateStore<Person> store, MongoDatabase database, Seals seals, Clock clock) {
        return new People(store, new Identities(database), seals, clock);
    }

    @Bean
    AttemptLimit attemptLimit(MongoDatabase database, Seals seals, VerificationProperties limits, Clock clock) {
        return new AttemptLimit(attempts(database, clock), seals, limits, clock);
    }

    /** They tell nothing, so nobody hears this store's bell. */
    static AggregateStore<Attempts> attempts(MongoDatabase database, Clock clock) {
        return new AggregateStore<>(database, ATTEMPTS, clock, id -> {});
    }

    @Bean
    Verification verification(People people, AttemptLimit attempts, FarSides farSides) {
        return new Verification(people, attempts, new RealNameRegistry(farSides));
    }

    @Bean
    Loop attemptSweeper(AttemptLimit attempts, Leases leases) {
        return Loop.inOneInstance(leases, "attempt-sweeper", FORGETTING, attempts::sweep);
    }
}
