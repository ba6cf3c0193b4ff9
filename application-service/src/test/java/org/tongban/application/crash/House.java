package org.tongban.application.crash;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.WebApplicationType;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.tongban.application.identity.Desks;
import org.tongban.application.identity.Heads;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.loop.Leases;

/**
 * The service as it is wired, with real loops, leases, relay and listener, on a given store and broker; only its doors
 * are shut: nobody calls in, and nothing is looked up elsewhere. The store's time is the house's, so that a house that
 * opens later finds the leases of the dead at their end.
 */
final class House {
    private static final List<String> ROOMS = List.of(
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.tongban.platform.mongo.MongoConfiguration",
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.tongban.platform.outbox.RelayConfiguration",
            "org.tongban.application.clock.ClockConfiguration",
            "org.tongban.application.intake.IntakeConfiguration",
            "org.tongban.application.document.DocumentConfiguration",
            "org.tongban.application.bag.BagConfiguration",
            "org.tongban.application.review.ReviewConfiguration",
            "org.tongban.application.result.ResultConfiguration",
            "org.tongban.application.custody.CustodyConfiguration",
            "org.tongban.platform.inbox.InboxConfiguration");

    private House() {}

    /** @param late how long after {@link TestClock#START} it opens; its clock runs on from there */
    static ConfigurableApplicationContext open(Duration late, List<String> settings) {
        SpringApplication house =
                new SpringApplication(ROOMS.stream().map(House::room).toArray(Class<?>[]::new));
        house.setWebApplicationType(WebApplicationType.NONE);
        house.setLazyInitialization(true);
        house.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Clock.class, () -> clock(late));
            beans.registerBean(Idempotency.class);
            beans.registerBean(Desks.class, () -> (division, departments) -> Set.of());
            beans.registerBean(Heads.class, () -> (division, department, who) -> Optional.empty());
            beans.registerBean(Leases.class, () -> new Leases(beans.getBean(MongoDatabase.class), clock(late)));
        });
        return house.run(settings.toArray(String[]::new));
    }

    /** What a house is told about where it stands; its sweepers look around often. */
    static List<String> settings(String store, String database, String broker) {
        return List.of(
                "--spring.mongodb.uri=" + store,
                "--tongban.database=" + database,
                "--spring.kafka.bootstrap-servers=" + broker,
                "--spring.kafka.consumer.properties.session.timeout.ms=1500",
                "--spring.kafka.consumer.properties.heartbeat.interval.ms=300",
                "--tongban.relay.sweep-every=200ms",
                "--tongban.relay.lease=1s",
                "--tongban.bag.sweep-every=200ms",
                "--tongban.result.sweep-every=200ms",
                "--tongban.review.silence-every=200ms",
                "--logging.level.org.apache.kafka=OFF");
    }

    private static Clock clock(Duration late) {
        Clock system = Clock.tickMillis(ZoneOffset.UTC);
        return Clock.offset(system, Duration.between(system.instant(), TestClock.START.plus(late)));
    }

    private static Class<?> room(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException(e);
        }
    }
}
