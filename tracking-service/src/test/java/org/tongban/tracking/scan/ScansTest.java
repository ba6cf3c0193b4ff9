package org.tongban.tracking.scan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.tracking.scan.ScanRoom.COUNTER;
import static org.tongban.tracking.scan.ScanRoom.counter;
import static org.tongban.tracking.scan.ScanRoom.scan;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.security.Caller;
import org.tongban.tracking.custody.Custody;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.custody.ScanAction;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.TimelineRoom;

final class ScansTest {
    private static final String ONE = "00000000-0000-0000-0000-000000000001";
    private static final String TWO = "00000000-0000-0000-0000-000000000002";
    private static final String THREE = "00000000-0000-0000-0000-000000000003";

    private final TimelineRoom room = new TimelineRoom();
    private final ScanRoom scanning = new ScanRoom(room);

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theSameScanIsTheSameEntry() {
        room.hearTheStory();

        Judgement.Recorded first = scanning.record(scan(ONE, CODE, ScanAction.ARRIVED, 0), COUNTER);
        Judgement.Recorded again = scanning.record(scan(ONE, CODE, ScanAction.ARRIVED, 0), COUNTER);

        assertThat(first.fresh()).isTrue();
        assertThat(again.fresh()).isFalse();
        assertThat(again.entry()).isEqualTo(first.entry());
        assertThatThrownBy(() -> scanning.record(scan(ONE, CODE, ScanAction.POSTED, 0), COUNTER))
                .isInstanceOf(ScanReused.class);
    }

    @Test
    void aScanThatDiedAfterItsRowIsRecordedByTheRepeat() {
        Scan scan = scan(ONE, CODE, ScanAction.ARRIVED, 0);
        scanning.rows().begin(List.of(scan));

        scanning.record(scan, COUNTER);
        scanning.record(scan, COUNTER);

        assertThat(room.timeline().entries()).hasSize(1);
    }

    @Test
    void aScanThatDiedAfterItsEntryIsFoundThere() {
        Scan scan = scan(ONE, CODE, ScanAction.ARRIVED, 0);
        Entry entry = scanning.record(scan, COUNTER).entry();
        room.store.database().getCollection("scans").deleteMany(new Document());

        assertThat(scanning.record(scan, COUNTER).entry()).isEqualTo(entry);
        assertThat(room.timeline().entries()).hasSize(1);
    }

    @Test
    void anUnknownCodeIsScannedAllTheSameAndShownOnceItIsSubmitted() {
        scanning.record(scan(ONE, CODE, ScanAction.ORIGINALS_RECEIVED, 0, "r2"), COUNTER);
        assertThat(room.timelines.findSubmitted(CODE)).isEmpty();
        assertThat(room.timeline().shellSince()).isNotNull();

        room.hearTheStory();

        assertThat(room.timelines.findSubmitted(CODE)).isPresent();
        assertThat(room.timeline().shellSince()).isNull();
        assertThat(room.timeline().entries())
                .extracting(Entry::source)
                .startsWith("/tracking", "/application")
                .hasSize(5);
    }

    @Test
    void aLateScanTakesItsPlaceInTheChainOfCustody() {
        room.hearTheStory();
        room.clock.tick(Duration.ofHours(1));
        scanning.record(scan(ONE, CODE, ScanAction.ORIGINALS_RETURNED, 30, "r2"), COUNTER);
        scanning.record(scan(TWO, CODE, ScanAction.ORIGINALS_RECEIVED, 20, "r2"), COUNTER);
        assertThat(custody()).containsEntry("r2", Custody.RETURNED);

        scanning.record(scan(THREE, CODE, ScanAction.ORIGINALS_RECEIVED, 40, "r2"), COUNTER);

        assertThat(custody()).containsEntry("r2", Custody.HELD);
    }

    @Test
    void aScanFromTheFutureCountsFromWhenItCameSoThatAnHonestOneDecidesAfterIt() {
        room.hearTheStory();
        scanning.record(scan(ONE, CODE, ScanAction.ORIGINALS_RETURNED, 60 * 24 * 300, "r2"), COUNTER);
        assertThat(custody()).containsEntry("r2", Custody.RETURNED);

        room.clock.tick(Duration.ofMinutes(10));
        scanning.record(scan(TWO, CODE, ScanAction.ORIGINALS_RECEIVED, 10, "r2"), COUNTER);

        assertThat(custody()).containsEntry("r2", Custody.HELD);
    }

    @Test
    void aScanThatNamesNoPapersIsAboutAllThatAreExpected() {
        room.hearTheStory();

        scanning.record(
                new Scan(ONE, CODE, ScanAction.ORIGINALS_RECEIVED, null, room.clock.instant(), List.of()), COUNTER);

        assertThat(custody()).isEqualTo(Map.of("r2", Custody.HELD));
    }

    @Test
    void whatIsOddIsRecordedWithIt() {
        assertThat(anomalies(ONE, ScanAction.ARRIVED, 6, COUNTER)).containsExactly(Anomaly.AHEAD_OF_TIME);
        room.hearTheStory();

        assertThat(anomalies(TWO, ScanAction.ARRIVED, 5, COUNTER)).isEmpty();
        assertThat(anomalies(THREE, ScanAction.ARRIVED, 0, counter("500156-01", "W03")))
                .containsExactly(Anomaly.OTHER_DIVISION, Anomaly.UNKNOWN_WINDOW);
        assertThat(anomalies("a", ScanAction.RESULT_COLLECTED, 0, COUNTER)).isEmpty();
        room.hear(5, "application.withdrawn.v1");
        assertThat(anomalies("b", ScanAction.ORIGINALS_RECEIVED, 0, COUNTER)).containsExactly(Anomaly.ALL_CASES_ENDED);
        room.hear(6, "application.result-delivered.v1");
        assertThat(anomalies("c", ScanAction.POSTED, 0, COUNTER)).containsExactly(Anomaly.NOTHING_TO_DELIVER);
    }

    @Test
    void aFullTimelineTakesNoMoreScansButAllThatTheApplicationTells() {
        room.hearTheStory();
        ScanRoom narrow = new ScanRoom(room, 6);

        narrow.scan(ONE);
        narrow.scan(TWO);
        assertThatThrownBy(() -> narrow.scan(THREE)).isInstanceOf(TimelineFull.class);
        assertThat(narrow.scan(ONE)).as("what is there is still known").isFalse();
        room.hear(5, "application.case-suspended.v1");

        assertThat(room.timeline().count()).isEqualTo(7);
        assertThat(room.store.database().getCollection("scans").countDocuments())
                .as("a refused scan leaves nothing behind")
                .isEqualTo(2);
    }

    @Test
    void aBatchIsOneWriteForItsRowsAndOnePerCode() {
        room.hearTheStory();
        long before = room.timelines.find(CODE).orElseThrow().version();
        List<Scan> batch = List.of(
                scan(ONE, CODE, ScanAction.ARRIVED, 0),
                scan(TWO, CODE, ScanAction.ARRIVED, 0),
                scan(ONE, CODE, ScanAction.ARRIVED, 0),
                scan(TWO, CODE, ScanAction.POSTED, 0));

        List<Judgement> judged = scanning.scans.record(batch, COUNTER);

        assertThat(judged.get(0).orThrow().fresh()).isTrue();
        assertThat(judged.get(1).orThrow().fresh()).isTrue();
        assertThat(judged.get(2).orThrow().fresh()).isFalse();
        assertThat(judged.get(3).refusal()).isInstanceOf(ScanReused.class);
        assertThat(room.timeline().entries()).hasSize(6);
        assertThat(room.timelines.find(CODE).orElseThrow().version()).isEqualTo(before + 1);
    }

    @Test
    void writesTheAgreedShape() {
        room.hearTheStory();
        Entry entry = scanning.record(scan(ONE, CODE, ScanAction.ORIGINALS_RECEIVED, 0, "r2"), COUNTER)
                .entry();

        ScanRecorded sample = Json.mapper().treeToValue(Contracts.sample(RecordedScan.TYPE), ScanRecorded.class);
        assertThat(Contracts.written(sample)).isEqualTo(Contracts.sample(RecordedScan.TYPE));
        assertThat(Json.mapper().readTree(entry.facts()).propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Contracts.sample(RecordedScan.TYPE).propertyNames());
    }

    private List<Anomaly> anomalies(String scanId, ScanAction action, long minute, Caller counter) {
        Entry entry =
                scanning.record(scan(scanId, CODE, action, minute), counter).entry();
        return Json.mapper().readValue(entry.facts(), ScanRecorded.class).anomalies();
    }

    private Map<String, Custody> custody() {
        return Custody.of(room.timeline());
    }
}
