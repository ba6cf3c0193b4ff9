package org.tongban.tracking.reconciliation;

import com.mongodb.client.MongoDatabase;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.loop.Leases;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.reconciliation.Positions;
import org.tongban.platform.reconciliation.Settlement;
import org.tongban.tracking.WhileServing;
import org.tongban.tracking.timeline.Timelines;

/** The room of the reconciliation. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReconciliationProperties.class)
class ReconciliationConfiguration {
    @Bean
    Reconciliation reconciliation(FarSides farSides, Timelines timelines, MongoDatabase database, Clock clock) {
        Positions ours = Positions.heard(timelines.store().documents(), Timelines.APPLICATION.name());
        List<Party> parties = List.of(
                new Party(Teller.APPLICATION, new FarSide(Teller.APPLICATION.service(), farSides)),
                new Party(null, ours::after),
                new Party(Teller.NOTIFICATION, new FarSide(Teller.NOTIFICATION.service(), farSides)));
        FarPositions far = new FarPositions(database);
        OwnPositions own = new OwnPositions(timelines.store().documents());
        return new Reconciliation(parties, far, new Differences(far, own), new Reports(database), clock);
    }

    @Bean
    Forgetting forgetting(
            Reconciliation reconciliation,
            FarSides farSides,
            Timelines timelines,
            MongoDatabase database,
            Clock clock) {
        Settlement ours = new Settlement(database, Timelines.TYPE.collection(), clock);
        return new Forgetting(
                reconciliation,
                new FarPositions(database),
                new OwnPositions(timelines.store().documents()),
                Map.of(
                        "tracking",
                        (code, wanted) -> ours.settle(code, wanted).changed(),
                        Teller.APPLICATION.service(),
                        new FarSettler(Teller.APPLICATION.service(), farSides),
                        Teller.NOTIFICATION.service(),
                        new FarSettler(Teller.NOTIFICATION.service(), farSides)),
                database,
                clock);
    }

    @Bean
    @WhileServing
    Loop reconciliationRounds(Reconciliation reconciliation, ReconciliationProperties properties, Leases leases) {
        return Loop.inOneInstance(leases, "reconciliation", properties.every(), reconciliation::round);
    }

    @Bean
    MeterBinder differencesGauge(Reconciliation reconciliation) {
        return registry -> Gauge.builder(
                        "tongban.reconciliation.differences",
                        reconciliation,
                        each -> each.report().differences())
                .description("codes on which application, tracking and notification differ")
                .register(registry);
    }
}
