package org.tongban.application.bag;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.time.Duration;
import java.util.Set;
import org.tongban.application.clock.LegalClocks;
import org.tongban.application.document.Documents;
import org.tongban.application.identity.Desks;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Samples;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;

/** All that a submission needs, on one database. */
record Workshop(AggregateStore<Bag> bags, Applications applications, Intake intake, Submissions submissions) {
    static final Command COMMAND = new Command("citizen1", "POST /api/application/applications", null, "d", null);
    private static final BagProperties PROPERTIES = new BagProperties(
            Duration.ofDays(30),
            Duration.ofDays(180),
            50,
            Duration.ofDays(30),
            Duration.ofSeconds(30),
            Duration.ofSeconds(10));

    static Workshop on(MongoDatabase database, Clock clock) {
        return on(database, clock, (division, departments) -> Set.of());
    }

    static Workshop on(MongoDatabase database, Clock clock, Desks desks) {
        AggregateStore<Bag> bags = BagConfiguration.store(database, clock);
        Applications applications = Samples.applications(database, clock);
        Intake intake = new Intake(applications, LegalClocks.usual());
        Submissions submissions = new Submissions(
                bags,
                intake,
                new Documents(database, clock),
                desks,
                new Idempotency(database, clock),
                PROPERTIES,
                clock);
        return new Workshop(bags, applications, intake, submissions);
    }
}
