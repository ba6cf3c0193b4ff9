package org.tongban.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;

/** The whole service really dies, against a real broker and a real store, and every message is there once. */
final class ServiceCrashTest {
    /** Between effect and bell, broker and outbox. */
    private static final List<String> POINTS = List.of("store.after-write", "relay.after-send");

    private static final List<String> HEARD = List.of("positions", "application", "last");

    private final Broker broker = new Broker();
    private final TestStore store = TestStore.open();
    private final Fork service = Fork.service(NotificationService.class, broker, store, Map.of());

    @AfterEach
    void close() {
        store.close();
        broker.close();
    }

    @Test
    void whereverItDiesEachMessageIsThereOnceAndToldOnce() {
        List<String> codes = new ArrayList<>();
        for (String point : POINTS) {
            codes.add(told());
            assertThat(service.run(point)).as(point).isEqualTo(Fork.HALTED);
        }

        whileItRuns(() -> codes.forEach(this::awaitAllOf));

        for (String code : codes) {
            assertThat(document(code).getList("messages", Document.class))
                    .extracting(message -> message.get("type"))
                    .containsExactly("application.submitted.v1", "application.case-accepted.v1");
            assertThat(document(code)).containsEntry("unread", 2);
            assertThat(broker.allOf(new Source("notification")).stream()
                            .filter(event -> event.subject().equals(code))
                            .distinct())
                    .as("sent again is the same again")
                    .extracting(Envelope::sequence)
                    .containsExactly(1L, 2L);
        }
    }

    @Test
    void anEmptiedDatabaseKeepsItFromStartingUntilEverythingIsHeardAgain() {
        String code = told();
        whileItRuns(() -> awaitAllOf(code));
        List<Document> before = document(code).getList("messages", Document.class);
        List<Envelope> told = broker.allOf(new Source("notification"));

        store.database().drop();
        assertThat(service.run("")).isEqualTo(1);
        assertThat(service.run("", "restore")).isZero();
        whileItRuns(() -> awaitAllOf(code));

        assertThat(document(code).getList("messages", Document.class)).isEqualTo(before);
        assertThat(broker.allOf(new Source("notification")))
                .extracting(Envelope::sequence)
                .as("told again under the same numbers, which its listeners drop")
                .containsExactlyElementsOf(Stream.concat(told.stream(), told.stream())
                        .map(Envelope::sequence)
                        .toList());
    }

    private void whileItRuns(Runnable work) {
        Process running = service.start("");
        try {
            work.run();
        } finally {
            Fork.end(running.destroyForcibly());
        }
    }

    private String told() {
        String code = TrackingCode.draw(new SecureRandom()).value();
        broker.tell(code, 1, "application.submitted.v1");
        broker.tell(code, 2, "application.case-claimed.v1");
        broker.tell(code, 3, "application.case-accepted.v1");
        return code;
    }

    private void awaitAllOf(String code) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            Document correspondence = document(code);
            return Objects.equals(correspondence.getEmbedded(HEARD, Long.class), 3L)
                    && !correspondence.containsKey("pendingSince");
        });
    }

    private Document document(String code) {
        Document found = store.database()
                .getCollection("correspondence")
                .find(new Document("_id", code))
                .first();
        return found == null ? new Document() : found;
    }
}
