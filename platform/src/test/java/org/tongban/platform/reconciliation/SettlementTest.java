package org.tongban.platform.reconciliation;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoCollection;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class SettlementTest {
    private final TestStore store = TestStore.open();
    private final MongoCollection<BsonDocument> listeners =
            store.database().getCollection("listeners", BsonDocument.class);
    private final Settlement settlement = new Settlement(store.database(), "listeners", new TestClock());

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatNobodyToldIsNeitherHeardNorMissed() {
        listens("{last: 99, skipped: [2, 4, 50, [60, 70]]}");

        Settlement.Done done = settlement.settle("code", new Settlement.Wanted("application", 3));

        assertThat(done.changed()).isTrue();
        assertThat(position()).isEqualTo(BsonDocument.parse("{last: {$numberLong: '3'}, skipped: [2]}"));
    }

    @Test
    void ofAGapOnlyWhatWasToldIsStillMissed() {
        listens("{last: 99, skipped: [[2, 98]]}");

        settlement.settle("code", new Settlement.Wanted("application", 5));

        assertThat(position())
                .isEqualTo(BsonDocument.parse(
                        "{last: {$numberLong: '5'}, skipped: [[{$numberLong: '2'}, {$numberLong: '5'}]]}"));
    }

    @Test
    void whatWasToldAndSkippedStaysADifference() {
        listens("{last: {$numberLong: '5'}, skipped: [4]}");

        assertThat(settlement.settle("code", new Settlement.Wanted("application", 5)))
                .isEqualTo(new Settlement.Done(false));
    }

    @Test
    void whatIsParkedBehindANumberThatNeverComesIsForgottenToo() {
        MongoCollection<Document> parked = store.database().getCollection("parked");
        parked.insertMany(List.of(parked("code", 3), parked("code", 4), parked("other", 9)));

        assertThat(settlement
                        .settle("code", new Settlement.Wanted("application", 3))
                        .changed())
                .isTrue();

        assertThat(parked.find().map(row -> row.getString("_id"))).containsExactlyInAnyOrder("code/3", "other/9");
    }

    private static Document parked(String subject, long sequence) {
        return new Document("_id", subject + "/" + sequence)
                .append("source", "application")
                .append("subject", subject)
                .append("sequence", sequence);
    }

    private void listens(String position) {
        listeners.insertOne(BsonDocument.parse("{_id: 'code', version: {$numberLong: '7'}, positions: {application: "
                + position + ", tracking: {last: 1, skipped: [1]}}}"));
    }

    private BsonDocument position() {
        BsonDocument document = listeners.find().first();
        assertThat(document.getInt64("version").getValue()).isEqualTo(8);
        return document.getDocument("positions").getDocument("application");
    }
}
