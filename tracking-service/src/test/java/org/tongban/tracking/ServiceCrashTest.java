package org.tongban.tracking;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.MortalService;

/** The whole service really dies, against a real broker and a real store, and the next one goes on. */
final class ServiceCrashTest {
    /** Between parking and offset, effect and bell, broker and outbox, outbox and its mark. */
    private static final List<String> POINTS =
            List.of("inbox.after-park", "store.after-write", "relay.after-send", "relay.after-pull");

    private static final Source TIMELINE = new Source("timeline");

    private static final MortalService SERVICE = new MortalService(
            TrackingApplication.class,
            "timelines",
            Map.of("tongban.keys", WholeService.Surroundings.keys().toString()));

    /** What was told before it died at each point. */
    private static final List<String> CODES = new ArrayList<>();

    /** What was told before one that did not die. */
    private static final String SPARED = newCode();

    /** One death after the other, and one life at the end. */
    @BeforeAll
    static void live() {
        for (String point : POINTS) {
            String code = newCode();
            CODES.add(code);
            tellTheWrongWayRound(code);
            SERVICE.dieAt(point);
        }
        tellTheWrongWayRound(SPARED);
        SERVICE.whileItRuns(() -> {
            CODES.forEach(code -> SERVICE.awaitHeard(code, 2));
            SERVICE.awaitHeard(SPARED, 2);
        });
    }

    @AfterAll
    static void close() {
        SERVICE.close();
    }

    @Test
    void whereverItDiesEveryEventIsOnItsTimelineAndOnItsLogOnce() {
        assertThat(SERVICE.store().database().getCollection("parked").find()).isEmpty();
        assertThat(CODES).hasSameSizeAs(POINTS).allSatisfy(code -> {
            List<Document> entries = entries(code);
            assertThat(entries).extracting(entry -> entry.get("sourceSequence")).containsExactly(1L, 2L);
            assertThat(entries.get(1).get("previous")).isEqualTo(entries.get(0).get("hash"));
            assertThat(SERVICE.broker().told(TIMELINE, code))
                    .as("sent again is the same again")
                    .extracting(Envelope::sequence)
                    .containsExactly(1L, 2L);
        });
    }

    @Test
    void anEmptiedDatabaseKeepsItFromStartingUntilItIsRestoredWithTheSameHashes() {
        List<List<Document>> deaths = CODES.stream().map(code -> entries(code)).toList();
        List<Document> before = entries(SPARED);
        assertThat(before).hasSize(2);

        SERVICE.loseAndRestore();

        assertThat(entries(SPARED)).isEqualTo(before);
        assertThat(CODES.stream().map(code -> entries(code))).containsExactlyElementsOf(deaths);
        SERVICE.broker().tell(SPARED, 3, "application.withdrawn.v1");
        SERVICE.whileItRuns(() -> await().atMost(Duration.ofSeconds(60))
                .until(() -> entries(SPARED).size() == 3));
        assertThat(entries(SPARED).subList(0, 2)).isEqualTo(before);
    }

    /** The second event comes first, so that one is parked. */
    private static void tellTheWrongWayRound(String code) {
        SERVICE.broker().tell(code, 2, "application.case-claimed.v1");
        SERVICE.broker().tell(code, 1, "application.submitted.v1");
    }

    private static String newCode() {
        return TrackingCode.draw(new SecureRandom()).value();
    }

    private static List<Document> entries(String code) {
        List<Document> entries = SERVICE.document(code).getList("entries", Document.class);
        return entries == null ? List.of() : entries;
    }
}
