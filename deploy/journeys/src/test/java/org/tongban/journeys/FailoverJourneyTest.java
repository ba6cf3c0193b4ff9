package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.bson.Document;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.Stack;
import org.tongban.local.demo.Chain;
import org.tongban.local.http.Answer;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** The store's primary steps down before each step of a story: whoever waits gets through, and each step is taken once. */
@Order(6)
class FailoverJourneyTest {
    private static final int SECONDS_WITHOUT_A_PRIMARY = 1;

    private final Stack stack = House.stack();
    private final Conversation anybody = House.anybody();

    @Test
    void theStoryGoesOnWhileTheStoreHasNoPrimary() {
        Citizen citizen = new Citizen(House.as("citizen1"));
        Patient reviewer = new Patient(House.as("reviewer1"));
        Patient counter = new Patient(House.as("counter1"));

        String bagId = citizen.fill();
        String code = afterAStepDown(() -> citizen.submit(bagId));
        Map<String, Object> scan = Scanner.scan(UUID.randomUUID().toString(), code, "ARRIVED");
        afterAStepDown(() -> counter.post("/api/tracking/scans", scan).expect(200, 201));
        String steps = "/api/application/applications/" + code + "/cases/1/";
        Answer accepted = afterAStepDown(
                () -> reviewer.post(steps + "acceptance", Map.of()).expect(200));

        assertThat(accepted.status()).isEqualTo(200);
        JsonNode timeline = Soon.of(
                () -> anybody.get("/api/tracking/" + code).json(),
                seen -> seen.path("sequence").asInt() == 2);
        assertThat(timeline.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("type").asString())
                        .toList())
                .filteredOn(type -> !type.startsWith("notification.") && !type.startsWith("tracking.light"))
                .containsExactlyInAnyOrder(
                        "application.submitted.v1", "tracking.scan-recorded.v1", "application.case-accepted.v1");
        assertThat(new Chain(timeline).check()).isPositive();
        House.settle();
    }

    /** A set of one has nobody who could take over, which a real one has to be told to overlook. */
    private <R> R afterAStepDown(Supplier<R> step) {
        String uri = "mongodb://127.0.0.1:" + stack.port("store") + "/?directConnection=true";
        try (MongoClient operator = MongoClients.create(uri)) {
            Soon.of(
                    () -> operator.getDatabase("admin")
                            .runCommand(new Document("hello", 1))
                            .getBoolean("isWritablePrimary"),
                    primary -> primary);
            operator.getDatabase("admin")
                    .runCommand(new Document("replSetStepDown", SECONDS_WITHOUT_A_PRIMARY).append("force", true));
        }
        return step.get();
    }
}
