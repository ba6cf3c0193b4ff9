package org.tongban.application.bag;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.tongban.application.document.Documents;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;

/** Submits a full bag as its owner does, for tests that end the process meanwhile. */
public final class Submitting {
    private static final String OWNER = "citizen1";

    private Submitting() {}

    public static void fullBag(MongoDatabase database, Clock clock, TrackingCode code) {
        BagSamples.keepDocuments(new Documents(database, clock));
        BagConfiguration.store(database, clock).insert(BagSamples.full(code), List.of());
    }

    /** Frozen by an instance that died, and not looked at since. */
    public static void frozenBag(MongoDatabase database, Clock clock, TrackingCode code) {
        BagConfiguration.store(database, clock)
                .insert(BagSamples.full(code).freeze(BagSamples.NOW.minusSeconds(60)), List.of());
    }

    /** Under the same key every time, as a client repeats it that got no answer. */
    public static Answer submit(ApplicationContext house, String bagId) {
        Command command = new Command(OWNER, "POST /api/application/applications", "k-" + bagId, "d", null);
        return house.getBean(Submissions.class).submit(command, OWNER, bagId);
    }

    public static @Nullable Boolean isUnderWay(MongoDatabase database, Clock clock, String bagId) {
        return BagConfiguration.store(database, clock)
                .find(bagId)
                .map(stored -> stored.state().submitting() != null)
                .orElse(null);
    }
}
