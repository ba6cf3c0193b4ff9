package org.tongban.identity.person;

import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.outbox.Relays;
import org.tongban.platform.secret.Keys;

/** Puts the person's room together; without its keys the service does not start. */
@Configuration(proxyBeanMethods = false)
class PersonConfiguration {
    private static final AggregateType<Person> PERSON = new AggregateType<>(Person.class, "people", "id");

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
    People people(AggregateStore<Person> store, Seals seals, Clock clock) {
        return new People(store, seals, clock);
    }

    @Bean
    Verification verification(People people, FarSides farSides) {
        return new Verification(people, new RealNameRegistry(farSides));
    }
}
