package org.tongban.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.BsonDocument;
import org.bson.RawBsonDocument;
import org.bson.codecs.BsonDocumentCodec;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;
import org.tongban.tracking.scan.ScanRoom;

/** A timeline of more than a thousand entries: scans in batches, and what the application tells among them. */
final class LongTimelineTest {
    private static final int SCANS = 1_000;
    private static final int LARGEST_DOCUMENT = 512 * 1024;

    private static final TimelineRoom ROOM = new TimelineRoom();
    private static final ScanRoom SCANNING = new ScanRoom(ROOM, 2_000);

    @BeforeAll
    static void aThousandScans() {
        ROOM.hearTheStory();
        for (int scanned = 0; scanned < SCANS; scanned += 50) {
            SCANNING.scanAll(ids(scanned, scanned + 50));
            ROOM.timelines.store().documents().updateMany(new BsonDocument(), emptyOutbox());
            if (scanned == 500) {
                ROOM.hear(5, "application.case-suspended.v1");
            }
        }
    }

    @AfterAll
    static void close() {
        ROOM.close();
    }

    @Test
    void itsDocumentIsBoundedAndTheRestStandsInBuckets() {
        Timeline timeline = ROOM.timeline();

        assertThat(timeline.count()).isEqualTo(SCANS + 5);
        assertThat(timeline.entries()).hasSizeBetween(Archives.MOST_LIVE - Archives.BUCKET, Archives.MOST_LIVE + 50);
        assertThat(timeline.archived().entries())
                .isEqualTo(SCANS + 5 - timeline.entries().size());
        assertThat(size(ROOM.timelines.find(CODE).orElseThrow().document())).isLessThan(LARGEST_DOCUMENT);
        assertThat(ROOM.store
                        .database()
                        .getCollection("timeline_archives", BsonDocument.class)
                        .find())
                .hasSize(timeline.archived().entries() / Archives.BUCKET)
                .allSatisfy(bucket -> assertThat(size(bucket)).isLessThan(LARGEST_DOCUMENT));
    }

    @Test
    void itsChainHoldsFromTheFirstEntryToTheLast() {
        Entry before = null;
        for (Entry entry : ROOM.whole().entries()) {
            assertThat(entry.follows(TimelineRoom.CODE, before)).isTrue();
            before = entry;
        }
        assertThat(before).isEqualTo(ROOM.timeline().head());
        assertThat(before).extracting("no").isEqualTo(SCANS + 5);
    }

    @Test
    void itStandsAsAllItsEntriesTell() {
        assertThat(ROOM.timeline().standing()).isEqualTo(Folding.of(ROOM.whole().entries()));
        assertThat(ROOM.timeline().characters())
                .isEqualTo(ROOM.whole().entries().stream()
                        .mapToLong(entry -> entry.facts().length())
                        .sum());
    }

    @Test
    void aStreamCatchesUpPageByPageOutOfTheArchiveAndTheTimeline() {
        List<Integer> read = new ArrayList<>();
        List<Entry> page;
        do {
            int last = read.isEmpty() ? 0 : read.get(read.size() - 1);
            page = ROOM.timelines.after(CODE, last, 70).entries();
            assertThat(page).hasSizeLessThanOrEqualTo(70);
            page.forEach(entry -> read.add(entry.no()));
        } while (!page.isEmpty());

        assertThat(read)
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, SCANS + 5).boxed().toList());
    }

    @Test
    void aScanThatIsInTheArchiveIsKnownWhenItComesAgain() {
        int before = ROOM.timeline().count();

        assertThat(SCANNING.scan(id(3))).isFalse();
        assertThat(SCANNING.scanAll(List.of(id(7), id(SCANS - 1)))).containsExactly(false, false);

        assertThat(ROOM.timeline().count()).isEqualTo(before);
    }

    @Test
    void everyEntryIsFoundByItsNumberAndByItsSourcesNumber() {
        Timeline timeline = ROOM.timeline();

        for (Entry entry : ROOM.whole().entries()) {
            if (entry.no() % 37 == 0 || entry.no() > SCANS) {
                assertThat(ROOM.timelines.entry(timeline, entry.no())).contains(entry);
                assertThat(ROOM.archives.find(timeline, entry.source(), entry.sourceSequence()))
                        .contains(entry);
            }
        }
        assertThat(ROOM.timelines.entry(timeline, timeline.count() + 1)).isEmpty();
        assertThat(ROOM.timelines.entry(timeline, 0)).isEmpty();
    }

    @Test
    void whoDiesBetweenTheBucketAndTheTimelineLosesAndDoublesNothing() {
        try (TimelineRoom room = new TimelineRoom()) {
            ScanRoom scanning = new ScanRoom(room);
            scanning.scanAll(ids(0, Archives.MOST_LIVE));
            Timeline before = room.timeline();

            new Fork(CrashingArchive.class)
                    .dieAt(
                            "timeline.after-archive",
                            TestStore.uri(),
                            room.store.database().getName());
            assertThat(room.timeline()).isEqualTo(before);
            scanning.scanAll(ids(Archives.MOST_LIVE - 2, Archives.MOST_LIVE + 2));

            assertThat(room.timeline().archived().entries()).isEqualTo(Archives.BUCKET);
            assertThat(room.whole().entries())
                    .startsWith(before.entries().toArray(Entry[]::new))
                    .extracting(Entry::no)
                    .containsExactlyElementsOf(IntStream.rangeClosed(1, Archives.MOST_LIVE + 2)
                            .boxed()
                            .toList());
        }
    }

    @Test
    void whatComesLateIsFoldedInItsPlaceEvenWhenItsNeighboursAreArchived() {
        try (TimelineRoom room = new TimelineRoom()) {
            room.hear(1, "application.submitted.v1");
            room.hear(2, "application.case-decided.v1");
            room.hear(3, "application.case-submitted.v1");
            room.hear(5, "application.case-suspended.v1");
            room.clock.tick(Duration.ofMinutes(11));
            room.inbox.skipOldHoles();
            ScanRoom scanning = new ScanRoom(room);
            scanning.scanAll(ids(0, 250));
            scanning.scan(id(250));
            assertThat(room.timeline().isArchivedInPart()).isTrue();

            room.hear(4, "application.case-accepted.v1");

            CaseStanding second = room.timeline().standing().cases().get(1);
            assertThat(second.stage()).isEqualTo(Stage.SUSPENDED);
            assertThat(second.due()).isEqualTo(LocalDate.of(2026, 12, 4));
            assertThat(room.timeline().holds("/application", 4)).isTrue();
        }
    }

    private static List<String> ids(int from, int to) {
        return IntStream.range(from, to).mapToObj(LongTimelineTest::id).toList();
    }

    static String id(int no) {
        return "00000000-0000-0000-0000-%012d".formatted(no);
    }

    private static BsonDocument emptyOutbox() {
        return BsonDocument.parse("{$set: {outbox: []}}");
    }

    private static int size(BsonDocument document) {
        return new RawBsonDocument(document, new BsonDocumentCodec())
                .getByteBuffer()
                .remaining();
    }
}
