package org.tongban.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.MortalService;

/** The whole service really dies, against a real broker and a real store, and every message is there once. */
final class ServiceCrashTest {
    /** Between effect and bell, broker and outbox. */
    private static final List<String> POINTS = List.of("store.after-write", "relay.after-send");

    private static final Source NOTIFICATION = new Source("notification");

    private static final MortalService SERVICE =
            new MortalService(NotificationService.class, "correspondence", Map.of());

    /** What was told before it died at each point. */
    private static final List<String> CODES = new ArrayList<>();

    /** What was told before one that did not die. */
    private static final String SPARED = newCode();

    /** What it had told about each of them at the end of its life. */
    private static final List<List<Envelope>> TOLD = new ArrayList<>();

    /** One death after the other, and one life at the end. */
    @BeforeAll
    static void live() {
        for (String point : POINTS) {
            String code = newCode();
            CODES.add(code);
            tell(code);
            SERVICE.dieAt(point);
        }
        tell(SPARED);
        SERVICE.whileItRuns(ServiceCrashTest::awaitAll);
        CODES.forEach(code -> TOLD.add(SERVICE.broker().told(NOTIFICATION, code)));
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void whereverItDiesEachMessageIsThereOnceAndToldOnce() {
        assertThat(CODES).hasSameSizeAs(POINTS).allSatisfy(code -> {
            assertThat(messages(code))
                    .extracting(message -> message.get("type"))
                    .containsExactly("application.submitted.v1", "application.case-accepted.v1");
            assertThat(SERVICE.document(code)).containsEntry("unread", 2);
        });
        assertThat(TOLD)
                .hasSameSizeAs(POINTS)
                .allSatisfy(told -> assertThat(told)
                        .as("sent again is the same again")
                        .extracting(Envelope::sequence)
                        .containsExactly(1L, 2L));
    }

    @Test
    void anEmptiedDatabaseKeepsItFromStartingUntilEverythingIsHeardAgain() {
        List<List<Document>> deaths = CODES.stream().map(code -> messages(code)).toList();
        List<Document> before = messages(SPARED);
        assertThat(before).hasSize(2);

        SERVICE.loseAndRestore();
        SERVICE.whileItRuns(ServiceCrashTest::awaitAll);

        assertThat(messages(SPARED)).isEqualTo(before);
        assertThat(CODES.stream().map(code -> messages(code))).containsExactlyElementsOf(deaths);
        assertThat(SERVICE.broker().sent(NOTIFICATION, SPARED))
                .extracting(Envelope::sequence)
                .as("told again under the same numbers, which its listeners drop")
                .containsExactly(1L, 2L, 1L, 2L);
    }

    private static void tell(String code) {
        SERVICE.broker().tell(code, 1, "application.submitted.v1");
        SERVICE.broker().tell(code, 2, "application.case-claimed.v1");
        SERVICE.broker().tell(code, 3, "application.case-accepted.v1");
    }

    private static void awaitAll() {
        Stream.concat(CODES.stream(), Stream.of(SPARED)).forEach(code -> SERVICE.awaitHeard(code, 3));
    }

    private static String newCode() {
        return TrackingCode.draw(new SecureRandom()).value();
    }

    private static List<Document> messages(String code) {
        List<Document> messages = SERVICE.document(code).getList("messages", Document.class);
        return messages == null ? List.of() : messages;
    }
}
