package org.tongban.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;

/** The whole service really dies, against a real broker and a real store, and the next one goes on. */
final class ServiceCrashTest {
    /** Between parking and offset, effect and bell, broker and outbox, outbox and its mark. */
    private static final List<String> POINTS =
            List.of("inbox.after-park", "store.after-write", "relay.after-send", "relay.after-pull");

    private static final List<String> HEARD = List.of("positions", "application", "last");
    private static final Duration LONG = Duration.ofSeconds(60);

    private final Broker broker = new Broker();
    private final TestStore store = TestStore.open();
    private final Fork service = Fork.service(
            TrackingApplication.class,
            broker,
            store,
            Map.of("tongban.keys", WholeService.Surroundings.keys().toString()));

    @AfterEach
    void close() {
        store.close();
        broker.close();
    }

    @Test
    void whereverItDiesEveryEventIsOnItsTimelineAndOnItsLogOnce() {
        List<String> codes = new ArrayList<>();
        for (String point : POINTS) {
            codes.add(toldTheWrongWayRound());
            assertThat(service.run(point)).as(point).isEqualTo(Fork.HALTED);
        }

        whileItRuns(() -> codes.forEach(this::awaitAllOf));

        assertThat(store.database().getCollection("parked").find()).isEmpty();
        for (String code : codes) {
            List<Document> entries = entries(code);
            assertThat(entries).extracting(entry -> entry.get("sourceSequence")).containsExactly(1L, 2L);
            assertThat(entries.get(1).get("previous")).isEqualTo(entries.get(0).get("hash"));
            assertThat(logOf(code).stream().distinct())
                    .as("sent again is the same again")
                    .extracting(Envelope::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void anEmptiedDatabaseKeepsItFromStartingUntilItIsRestoredWithTheSameHashes() {
        String code = toldTheWrongWayRound();
        whileItRuns(() -> awaitAllOf(code));
        List<Document> before = entries(code);

        store.database().drop();
        assertThat(service.run("")).isEqualTo(1);
        assertThat(service.run("", "restore")).isZero();
        assertThat(entries(code)).isEqualTo(before);

        broker.tell(code, 3, "application.withdrawn.v1");
        whileItRuns(() -> await().atMost(LONG).until(() -> entries(code).size() == 3));
        assertThat(entries(code).subList(0, 2)).isEqualTo(before);
    }

    /** The second event comes first, so that one is parked. */
    private String toldTheWrongWayRound() {
        String code = TrackingCode.draw(new SecureRandom()).value();
        broker.tell(code, 2, "application.case-claimed.v1");
        broker.tell(code, 1, "application.submitted.v1");
        return code;
    }

    private void whileItRuns(Runnable work) {
        Process running = service.start("");
        try {
            work.run();
        } finally {
            Fork.end(running.destroyForcibly());
        }
    }

    private void awaitAllOf(String code) {
        await().atMost(LONG).until(() -> {
            Document timeline = document(code);
            return Objects.equals(timeline.getEmbedded(HEARD, Long.class), 2L)
                    && entries(code).size() == 2
                    && !timeline.containsKey("pendingSince");
        });
    }

    private Document document(String code) {
        Document found = store.database()
                .getCollection("timelines")
                .find(new Document("_id", code))
                .first();
        return found == null ? new Document("entries", List.of()) : found;
    }

    private List<Document> entries(String code) {
        return document(code).getList("entries", Document.class);
    }

    private List<Envelope> logOf(String code) {
        return broker.allOf(new Source("timeline")).stream()
                .filter(event -> event.subject().equals(code))
                .toList();
    }
}
