package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.Stack;
import org.tongban.local.demo.Chain;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** Two instances of a service stand beside each other: whoever dies, the other goes on with the story. */
@Order(6)
class InstancesJourneyTest {
    private final Stack stack = House.stack();
    private final Conversation anybody = House.anybody();
    private final Conversation owner = House.as("citizen1");
    private final ExecutorService starter = Executors.newSingleThreadExecutor();
    /** service → its instance that is on its way back */
    private final Map<String, CompletableFuture<Void>> comingBack = new HashMap<>();

    @Test
    void theStoryGoesOnWhileOneOfTwoInstancesDiesBeforeEachStep() {
        Citizen citizen = new Citizen(owner);
        Patient reviewer = new Patient(House.as("reviewer1"));
        Patient counter = new Patient(House.as("counter1"));

        String listNo = without("catalog", citizen::list);
        String bagId = without("application", () -> citizen.open(listNo));
        without("catalog-2", () -> citizen.fill(bagId));
        String code = without("application-2", () -> citizen.submit(bagId));
        Map<String, Object> scan = Scanner.scan(UUID.randomUUID().toString(), code, "ARRIVED");
        without(
                "tracking",
                () -> counter.post("/api/tracking/scans", scan).expect(200, 201).status());
        String steps = "/api/application/applications/" + code + "/cases/1/";
        without(
                "application",
                () -> reviewer.post(steps + "acceptance", Map.of()).expect(200).status());
        Map<String, Object> granted =
                Map.of("outcome", "GRANTED", "reasons", "齐全", "result", Map.of("number", "N-" + code));
        without(
                "tracking-2",
                () -> reviewer.post(steps + "decision", granted).expect(200).status());
        without(
                "application-2",
                () -> reviewer.post(steps + "delivery", Map.of("method", "ELECTRONIC"))
                        .expect(200)
                        .status());
        comingBack.values().forEach(CompletableFuture::join);
        starter.shutdown();

        JsonNode timeline = Soon.of(
                () -> anybody.get("/api/tracking/" + code).expect(200).json(),
                seen -> seen.path("sequence").asInt() == 4);
        assertThat(timeline.path("status").asString()).isEqualTo("DONE");
        assertThat(timeline.path("entries")
                        .valueStream()
                        .map(entry -> entry.path("type").asString())
                        .toList())
                .filteredOn(type -> !type.startsWith("notification.") && !type.startsWith("tracking.light"))
                .containsExactlyInAnyOrder(
                        "application.submitted.v1",
                        "tracking.scan-recorded.v1",
                        "application.case-accepted.v1",
                        "application.case-decided.v1",
                        "application.result-delivered.v1");
        assertThat(new Chain(timeline).check()).isPositive();
        House.settle();
    }

    @Test
    void aCodeIsWatchedThroughEitherInstance() throws IOException, InterruptedException {
        String code = new Citizen(owner).submit();
        House.settle();
        int shown = anybody.get("/api/tracking/" + code)
                .expect(200)
                .json()
                .path("entries")
                .size();

        try (Viewer first = Viewer.of(address("tracking"), code);
                Viewer second = Viewer.of(address("tracking-2"), code)) {
            House.as("counter1")
                    .post("/api/tracking/scans", Scanner.scan(UUID.randomUUID().toString(), code, "ARRIVED"))
                    .expect(201);

            List<Integer> seen = first.next(shown + 1);
            assertThat(seen).endsWith(shown + 1).isSorted().doesNotHaveDuplicates();
            assertThat(second.next(shown + 1)).isEqualTo(seen);
        }
    }

    /** Kills that instance, takes the step, and brings the instance back while the story goes on. */
    private <R> R without(String instance, Supplier<R> step) {
        String service = instance.replace("-2", "");
        comingBack
                .getOrDefault(service, CompletableFuture.completedFuture(null))
                .join();
        stack.kill(instance);
        R answer = step.get();
        comingBack.put(service, CompletableFuture.runAsync(() -> stack.start(instance), starter));
        return answer;
    }

    private String address(String instance) {
        return "http://127.0.0.1:" + stack.port(instance);
    }
}
