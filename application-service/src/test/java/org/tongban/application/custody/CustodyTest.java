package org.tongban.application.custody;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.ApplicationEvent;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Samples;
import org.tongban.application.intake.ScanDispute;
import org.tongban.application.intake.Stage;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.inbox.EventHandlers;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class CustodyTest {
    private static final Instant NINE = Instant.parse("2026-11-23T01:00:00Z");

    private final TestStore store = TestStore.open();
    private final Applications applications = Samples.applications(store.database(), new TestClock());
    private final Counter counter = new Counter(Samples.CLOCK);
    private final EventHandlers<Application> handlers = CustodyConfiguration.handlers(applications, counter);

    @BeforeEach
    void submitted() {
        new Intake(applications, Samples.CLOCK).open(Samples.bag());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void readsTheAgreedShape() {
        Envelope sample = Contracts.envelope(RecordedScan.TYPE, Samples.CODE.value(), 1, NINE);

        RecordedScan scan = EventWire.data(sample, RecordedScan.class);

        assertThat(scan.rids(Samples.submitted())).containsExactly("r2");
        assertThat(scan.action()).isEqualTo("ORIGINALS_RECEIVED");
        assertThat(scan.occurredAt()).isEqualTo("2026-11-23T03:00:00.000Z");
    }

    @Test
    void readsWhatItDoesNotKnow() {
        for (String data : List.of(
                "{\"scanId\": \"a\", \"action\": \"ORIGINALS_COPIED\", \"occurredAt\": \"2026-11-23T03:00:00.000Z\"}",
                "{\"scanId\": \"b\", \"action\": null, \"occurredAt\": \"2026-11-23T03:00:00.000Z\"}",
                "{\"action\": \"ORIGINALS_RECEIVED\"}",
                "{\"action\": \"POSTED\"}",
                "{\"scanId\": \"c\", \"action\": \"ORIGINALS_RECEIVED\", \"items\": [null, {}, {\"rid\": \"r2\"}],"
                        + " \"occurredAt\": \"2026-11-23T03:00:00.000Z\", \"anomalies\": [\"NEW_ONE\", null]}")) {
            long heard = applications.find(Samples.CODE).orElseThrow().heard(new Source("tracking"));
            handlers.hear(new Envelope(
                    new Source("tracking"),
                    Samples.CODE.value(),
                    heard + 1,
                    RecordedScan.TYPE,
                    NINE,
                    Json.lenient().readTree(data)));
        }

        Application application = applications.find(Samples.CODE).orElseThrow().state();
        assertThat(application.pieces())
                .filteredOn(piece -> piece.custody() == Custody.HELD)
                .hasSize(1);
        assertThat(applications.find(Samples.CODE).orElseThrow().heard(new Source("tracking")))
                .isEqualTo(5);
    }

    @Test
    void aPaperIsExpectedHeldAndReturned() {
        Application held =
                scanned(Samples.submitted(), "a", "ORIGINALS_RECEIVED", 0).next();
        Application back = scanned(held, "b", "ORIGINALS_RETURNED", 60).next();

        assertThat(Samples.submitted().piece("r2").custody()).isEqualTo(Custody.EXPECTED);
        assertThat(held.piece("r2").custody()).isEqualTo(Custody.HELD);
        assertThat(back.piece("r2").custody()).isEqualTo(Custody.RETURNED);
    }

    @Test
    void aScanThatDoesNotFitIsDisputedAndALateOneSettlesIt() {
        Change<Application> early = scanned(Samples.submitted(), "b", "ORIGINALS_VERIFIED", 60);
        Change<Application> late = scanned(early.next(), "a", "ORIGINALS_RECEIVED", 0);

        assertThat(early.events())
                .containsExactly(new ApplicationEvent.ScanDisputed(
                        "b", "r2", ScanDispute.NOT_HELD, NINE.plus(Duration.ofMinutes(60))));
        assertThat(late.events())
                .containsExactly(new ApplicationEvent.CustodyChanged("r2", Custody.HELD, "a", List.of("b"), NINE));
    }

    @Test
    void hundredsOfScansAreFoldedIntoWhereItWas() {
        Application scanned =
                scanned(Samples.submitted(), "a", "ORIGINALS_RECEIVED", 0).next();
        for (int i = 1; i <= 2 * CustodyFold.MOST_SCANS; i++) {
            String action = i % 2 == 1 ? "ORIGINALS_RETURNED" : "ORIGINALS_RECEIVED";
            scanned = scanned(scanned, "s" + (1000 + i), action, i).next();
        }

        Change<Application> last = scanned(scanned, "z", "ORIGINALS_RETURNED", 1_000);

        assertThat(scanned.piece("r2").scans()).hasSize(CustodyFold.MOST_SCANS);
        assertThat(scanned.piece("r2").disputed()).isEmpty();
        assertThat(scanned.piece("r2").custody()).isEqualTo(Custody.HELD);
        assertThat(last.next().piece("r2").custody()).isEqualTo(Custody.RETURNED);
    }

    @Test
    void papersOfNoLineAreKnownUpToFifty() {
        List<RecordedScan.Item> strange = IntStream.range(1000, 1100)
                .mapToObj(line -> new RecordedScan.Item("r" + line))
                .toList();

        Application scanned = counter.scanned(
                        Samples.submitted(),
                        new RecordedScan("a", "ORIGINALS_RECEIVED", strange, NINE, null, null, null))
                .next();

        assertThat(scanned.pieces()).hasSize(50);
        assertThat(scanned(scanned, "b", "ORIGINALS_RECEIVED", 1)
                        .next()
                        .piece("r2")
                        .custody())
                .isEqualTo(Custody.HELD);
    }

    @Test
    void theOrderOfHearingMakesNoDifference() {
        Application inOrder = scanned(
                        scanned(
                                        scanned(Samples.submitted(), "a", "ORIGINALS_RECEIVED", 0)
                                                .next(),
                                        "b",
                                        "HANDED_OVER",
                                        10)
                                .next(),
                        "c",
                        "ORIGINALS_RETURNED",
                        20)
                .next();
        Application backwards = scanned(
                        scanned(
                                        scanned(Samples.submitted(), "c", "ORIGINALS_RETURNED", 20)
                                                .next(),
                                        "b",
                                        "HANDED_OVER",
                                        10)
                                .next(),
                        "a",
                        "ORIGINALS_RECEIVED",
                        0)
                .next();

        assertThat(backwards.pieces()).isEqualTo(inOrder.pieces());
    }

    @Test
    void aPaperThatNobodyExpectedIsHeldAndDisputed() {
        Change<Application> scanned = counter.scanned(
                Samples.submitted(),
                new RecordedScan(
                        "a", "ORIGINALS_RECEIVED", List.of(new RecordedScan.Item("r3")), NINE, null, null, null));

        assertThat(scanned.next().piece("r3").custody()).isEqualTo(Custody.HELD);
        assertThat(scanned.events()).last().isInstanceOf(ApplicationEvent.ScanDisputed.class);
    }

    @Test
    void aPaperThatWasExpectedWhenItCameIsNotDisputedLater() {
        Application held =
                scanned(Samples.submitted(), "a", "ORIGINALS_RECEIVED", 0).next();
        Application uploadedInstead = changedMind(held);

        Change<Application> back = scanned(uploadedInstead, "b", "ORIGINALS_RETURNED", 60);

        assertThat(back.events())
                .containsExactly(new ApplicationEvent.CustodyChanged(
                        "r2", Custody.RETURNED, "b", List.of(), NINE.plus(Duration.ofMinutes(60))));
        assertThat(scanned(back.next(), "c", "ORIGINALS_RECEIVED", 90).events())
                .as("nobody waits for it now")
                .last()
                .isInstanceOf(ApplicationEvent.ScanDisputed.class);
    }

    /** The owner has answered a correction notice with an upload. */
    private static Application changedMind(Application application) {
        Application asked = new Desk(Samples.turn(application, 1))
                .requestCorrection(Samples.failing("r2"))
                .next();
        Requirement uploaded =
                asked.requirement("r2").orElseThrow().met(Requirement.State.PROVIDED, List.of("d1"), null);
        return new Desk(Samples.turn(asked, 1))
                .answerCorrection(List.of(uploaded))
                .next();
    }

    @Test
    void aScanWithoutItemsMeansAllThatWereToCome() {
        Change<Application> scanned = counter.scanned(
                Samples.submitted(), new RecordedScan("a", "ORIGINALS_RECEIVED", null, NINE, null, null, null));

        assertThat(scanned.next().piece("r2").custody()).isEqualTo(Custody.HELD);
    }

    @Test
    void collectingResultsDeliversWhatIsDecidedAndNothingElse() {
        Application granted = Samples.grant(Samples.submitted(), 1).next();

        Change<Application> collected =
                counter.scanned(granted, new RecordedScan("a", "RESULT_COLLECTED", List.of(), NINE, null, null, "p1"));

        assertThat(collected.next().cases())
                .extracting(each -> each.stage())
                .containsExactly(Stage.DELIVERED, Stage.SUBMITTED, Stage.SUBMITTED);
        assertThat(counter.scanned(collected.next(), new RecordedScan("b", "POSTED", List.of(), NINE, null, null, "p1"))
                        .events())
                .isEmpty();
    }

    @Test
    void aScanFromTheFutureCountsFromWhenItWasRecorded() {
        Application held =
                scanned(Samples.submitted(), "a", "ORIGINALS_RECEIVED", 0).next();
        Application claimed = counter.scanned(
                        held,
                        new RecordedScan(
                                "b",
                                "ORIGINALS_RETURNED",
                                List.of(new RecordedScan.Item("r2")),
                                Instant.parse("2027-12-31T00:00:00Z"),
                                NINE.plus(Duration.ofMinutes(10)),
                                List.of("AHEAD_OF_TIME"),
                                null))
                .next();
        assertThat(claimed.piece("r2").custody()).isEqualTo(Custody.RETURNED);

        Application honest = scanned(claimed, "c", "ORIGINALS_RECEIVED", 20).next();

        assertThat(honest.piece("r2").custody()).isEqualTo(Custody.HELD);
    }

    @Test
    void aCounterElsewhereMovesNothingUnlessItWasHandedOver() {
        Application held =
                scanned(Samples.submitted(), "a", "ORIGINALS_RECEIVED", 0).next();

        Change<Application> claimed = elsewhere(held, "b", "ORIGINALS_RETURNED", 10);
        Application handed = scanned(held, "c", "HANDED_OVER", 20).next();
        Change<Application> back = elsewhere(handed, "d", "ORIGINALS_RETURNED", 30);
        Application again = scanned(
                        scanned(handed, "e", "ORIGINALS_RECEIVED", 25).next(), "f", "ORIGINALS_VERIFIED", 26)
                .next();

        assertThat(claimed.next().piece("r2").custody()).isEqualTo(Custody.HELD);
        assertThat(claimed.events())
                .containsExactly(new ApplicationEvent.ScanDisputed(
                        "b", "r2", ScanDispute.OTHER_DIVISION, NINE.plus(Duration.ofMinutes(10))));
        assertThat(back.next().piece("r2").custody()).isEqualTo(Custody.RETURNED);
        assertThat(elsewhere(again, "g", "ORIGINALS_RETURNED", 40)
                        .next()
                        .piece("r2")
                        .custody())
                .as("it is back here")
                .isEqualTo(Custody.HELD);
    }

    @Test
    void whateverWasScannedOneHonestScanDecides() {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Application application = Samples.submitted();
            Instant now = NINE.plus(Duration.ofDays(1));
            for (int i = 0; i < 8; i++) {
                application = counter.scanned(
                                application,
                                new RecordedScan(
                                        "z" + i,
                                        random.nextBoolean() ? "ORIGINALS_RETURNED" : "HANDED_OVER",
                                        List.of(new RecordedScan.Item("r2")),
                                        NINE.plus(Duration.ofHours(random.nextInt(100_000))),
                                        NINE.plus(Duration.ofMinutes(i)),
                                        random.nextBoolean() ? List.of("OTHER_DIVISION") : List.of(),
                                        null))
                        .next();
            }
            application = counter.scanned(
                            application,
                            new RecordedScan(
                                    "h",
                                    "ORIGINALS_RECEIVED",
                                    List.of(new RecordedScan.Item("r2")),
                                    now,
                                    now,
                                    List.of(),
                                    null))
                    .next();

            assertThat(application.piece("r2").custody()).as("seed %s", seed).isEqualTo(Custody.HELD);
        }
    }

    private Change<Application> elsewhere(Application application, String scanId, String action, int minutes) {
        Instant at = NINE.plus(Duration.ofMinutes(minutes));
        return counter.scanned(
                application,
                new RecordedScan(
                        scanId, action, List.of(new RecordedScan.Item("r2")), at, at, List.of("OTHER_DIVISION"), null));
    }

    @Test
    void heardTwiceIsHeardOnceAndEarlyOnesWait() {
        Envelope first = event(1, "a", "ORIGINALS_RECEIVED", Samples.CODE.value());
        Envelope second = event(2, "b", "ORIGINALS_RETURNED", Samples.CODE.value());

        assertThat(handlers.hear(second)).isEqualTo(AggregateStore.Heard.EARLY);
        assertThat(handlers.hear(first)).isEqualTo(AggregateStore.Heard.APPLIED);
        assertThat(handlers.hear(first)).isEqualTo(AggregateStore.Heard.DROPPED);
        assertThat(handlers.hear(second)).isEqualTo(AggregateStore.Heard.APPLIED);

        Application application = applications.find(Samples.CODE).orElseThrow().state();
        assertThat(application.piece("r2").custody()).isEqualTo(Custody.RETURNED);
        assertThat(applications.find(Samples.CODE).orElseThrow().told(new Source("application")))
                .isEqualTo(3);
    }

    @Test
    void aScanOfACodeThatIsNoneOfOursIsDropped() {
        assertThat(handlers.hear(event(1, "a", "ORIGINALS_RECEIVED", "0000000000000000")))
                .isEqualTo(AggregateStore.Heard.DROPPED);
    }

    private Change<Application> scanned(Application application, String scanId, String action, int minutes) {
        Instant at = NINE.plus(Duration.ofMinutes(minutes));
        return counter.scanned(
                application,
                new RecordedScan(scanId, action, List.of(new RecordedScan.Item("r2")), at, null, null, null));
    }

    private static Envelope event(long sequence, String scanId, String action, String code) {
        Map<String, Object> data = Map.of(
                "scanId",
                scanId,
                "action",
                action,
                "items",
                List.of(Map.of("rid", "r2")),
                "occurredAt",
                NINE.plusSeconds(sequence),
                "actor",
                "p1");
        return new Envelope(
                new Source("tracking"),
                code,
                sequence,
                RecordedScan.TYPE,
                NINE.plusSeconds(sequence),
                Json.mapper().readTree(Json.text(data)));
    }
}
