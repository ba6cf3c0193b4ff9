package org.tongban.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.pull;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.pushEach;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.BulkWriteOptions;
import com.mongodb.client.model.DeleteManyModel;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.InsertOneModel;
import com.mongodb.client.model.PushOptions;
import com.mongodb.client.model.ReplaceOneModel;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.UpdateOneModel;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.UpdateResult;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** How Tongban writes: inserts, guarded updates, upserts, bulks. */
@SuppressWarnings("JavaUtilDate") // the driver reads every instant as one
abstract class WriteStatements extends StatementKit {

    @Test
    void aGuardedUpdateSetsCountsAndPushesInOneStep() {
        insertACase();

        UpdateResult result = cases.updateOne(
                and(eq("_id", "A"), eq("version", 1L)),
                combine(
                        set("stage", "ACCEPTED"),
                        inc("version", 1L),
                        inc("sequences./application", 2L),
                        set("pendingSince", new Date(5)),
                        pushEach("outbox", List.of(event(2), event(3)))));

        assertThat(result.getMatchedCount()).isEqualTo(1);
        assertThat(result.getModifiedCount()).isEqualTo(1);
        assertThat(theCase().getLong("version")).isEqualTo(2L);
        assertThat(theCase().get("sequences", Document.class).getLong("/application"))
                .isEqualTo(2L);
        assertThat(theCase().getList("outbox", Document.class)).containsExactly(event(1), event(2), event(3));
    }

    @Test
    void aGuardThatDoesNotHoldChangesNothing() {
        insertACase();
        Document before = theCase();

        UpdateResult result =
                cases.updateOne(and(eq("_id", "A"), eq("version", 9L)), combine(set("stage", "X"), inc("version", 1L)));

        assertThat(result.getMatchedCount()).isZero();
        assertThat(theCase()).isEqualTo(before);
    }

    @Test
    void theAcknowledgedPrefixIsPulledByNumberAndTheMarkGoesWhenNothingIsLeft() {
        insertACase();
        cases.updateOne(
                eq("_id", "A"), combine(pushEach("outbox", List.of(event(2), event(3))), set("pendingSince", 1L)));

        cases.updateOne(eq("_id", "A"), pull("outbox", lte("no", 2L)));
        UpdateResult tooEarly = cases.updateOne(and(eq("_id", "A"), eq("outbox", List.of())), unset("pendingSince"));
        assertThat(tooEarly.getMatchedCount()).isZero();
        assertThat(theCase().getList("outbox", Document.class)).containsExactly(event(3));

        cases.updateOne(eq("_id", "A"), pull("outbox", lte("no", 3L)));
        UpdateResult cleared = cases.updateOne(and(eq("_id", "A"), eq("outbox", List.of())), unset("pendingSince"));
        assertThat(cleared.getMatchedCount()).isEqualTo(1);
        assertThat(theCase()).doesNotContainKey("pendingSince");
    }

    @Test
    void onlySoManyArePushedAsTheSliceKeeps() {
        insertACase();

        cases.updateOne(eq("_id", "A"), pushEach("outbox", List.of(event(2), event(3)), new PushOptions().slice(-2)));

        assertThat(theCase().getList("outbox", Document.class)).containsExactly(event(2), event(3));
    }

    @Test
    void anElementIsPushedUnlessOneLikeItIsThere() {
        insertACase();
        Bson unlessThere = and(eq("_id", "A"), not(elemMatch("outbox", eq("no", 2L))));

        assertThat(cases.updateOne(unlessThere, push("outbox", event(2))).getMatchedCount())
                .isEqualTo(1);
        assertThat(cases.updateOne(unlessThere, push("outbox", event(2))).getMatchedCount())
                .isZero();
    }

    @Test
    void anArrayFilterChoosesTheElement() {
        insertACase();

        cases.updateOne(
                eq("_id", "A"),
                combine(set("cases.$[chosen].stage", "ACCEPTED"), inc("cases.$[chosen].version", 1)),
                new UpdateOptions().arrayFilters(List.of(eq("chosen.caseNo", 2))));

        assertThat(theCase().getList("cases", Document.class))
                .extracting(element -> element.get("stage"))
                .containsExactly("SUBMITTED", "ACCEPTED");
    }

    @Test
    void thePositionalOperatorMeansTheElementThatMatched() {
        insertACase();

        cases.updateOne(and(eq("_id", "A"), eq("cases.caseNo", 2)), set("cases.$.stage", "ACCEPTED"));

        assertThat(theCase().getList("cases", Document.class))
                .extracting(element -> element.get("stage"))
                .containsExactly("SUBMITTED", "ACCEPTED");
    }

    @Test
    void addToSetAddsOnceAndPullAllTakesAway() {
        insertACase();

        cases.updateOne(eq("_id", "A"), Updates.addEachToSet("skipped", List.of(4L, 5L)));
        cases.updateOne(eq("_id", "A"), Updates.addToSet("skipped", 5L));
        assertThat(theCase().getList("skipped", Long.class)).containsExactly(4L, 5L);

        cases.updateOne(eq("_id", "A"), Updates.pullAll("skipped", List.of(4L)));
        assertThat(theCase().getList("skipped", Long.class)).containsExactly(5L);
    }

    @Test
    void maxMinAndCurrentFieldsFollowTheirRules() {
        insertACase();

        cases.updateOne(eq("_id", "A"), combine(Updates.max("last", 5L), Updates.min("first", 5L)));
        cases.updateOne(eq("_id", "A"), combine(Updates.max("last", 3L), Updates.min("first", 7L)));

        assertThat(theCase().getLong("last")).isEqualTo(5L);
        assertThat(theCase().getLong("first")).isEqualTo(5L);
    }

    @Test
    void anUpsertInsertsOnceAndThenUpdates() {
        UpdateOptions upsert = new UpdateOptions().upsert(true);
        Bson change = combine(inc("count", 1), setOnInsert("since", 1L));

        UpdateResult first = cases.updateOne(eq("_id", "new"), change, upsert);
        UpdateResult second = cases.updateOne(eq("_id", "new"), change, upsert);

        assertThat(first.getUpsertedId()).isNotNull();
        assertThat(second.getUpsertedId()).isNull();
        assertThat(one(eq("_id", "new")))
                .isEqualTo(new Document("_id", "new").append("count", 2).append("since", 1L));
    }

    @Test
    void anUpsertWhoseGuardIsLostIsADuplicate() {
        insertACase();

        assertThatThrownBy(() -> cases.updateOne(
                        and(eq("_id", "A"), eq("version", 9L)), set("stage", "X"), new UpdateOptions().upsert(true)))
                .isInstanceOfSatisfying(
                        MongoWriteException.class,
                        e -> assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY));
    }

    @Test
    void aReplacementReplacesAllButTheId() {
        insertACase();

        cases.replaceOne(eq("_id", "A"), new Document("stage", "X"));
        cases.replaceOne(eq("_id", "B"), new Document("stage", "Y"), new ReplaceOptions().upsert(true));

        assertThat(theCase()).isEqualTo(new Document("_id", "A").append("stage", "X"));
        assertThat(one(eq("_id", "B"))).isEqualTo(new Document("_id", "B").append("stage", "Y"));
    }

    @Test
    void anIdIsTakenOnce() {
        insertACase();

        assertThatThrownBy(this::insertACase).isInstanceOfSatisfying(MongoWriteException.class, e -> {
            assertThat(e.getError().getCode()).isEqualTo(11000);
            assertThat(e.getError().getCategory()).isEqualTo(ErrorCategory.DUPLICATE_KEY);
        });
    }

    @Test
    void findOneAndUpdateGivesTheStateBeforeOrAfter() {
        insertACase();

        Document before = cases.findOneAndUpdate(eq("_id", "A"), inc("version", 1L));
        Document after = cases.findOneAndUpdate(
                eq("_id", "A"),
                inc("version", 1L),
                new FindOneAndUpdateOptions()
                        .returnDocument(ReturnDocument.AFTER)
                        .projection(fields(include("version"))));
        Document nobody = cases.findOneAndUpdate(eq("_id", "nobody"), inc("version", 1L));

        assertThat(before).containsEntry("version", 1L);
        assertThat(after).isEqualTo(new Document("_id", "A").append("version", 3L));
        assertThat(nobody).isNull();
    }

    @Test
    void aLeaseIsTakenByOneOfThem() {
        cases.insertMany(List.of(
                new Document("_id", "later").append("leasedUntil", new Date(50)),
                new Document("_id", "first").append("leasedUntil", new Date(10))));
        Bson free = lte("leasedUntil", new Date(50));
        Bson lease = set("leasedUntil", new Date(100));
        FindOneAndUpdateOptions oldest = new FindOneAndUpdateOptions().sort(ascending("leasedUntil"));

        assertThat(cases.findOneAndUpdate(free, lease, oldest)).containsEntry("_id", "first");
        assertThat(cases.findOneAndUpdate(free, lease, oldest)).containsEntry("_id", "later");
        assertThat(cases.findOneAndUpdate(free, lease, oldest)).isNull();
    }

    @Test
    void findOneAndUpdateUpsertsAndFindOneAndDeleteTakesAway() {
        Document made = cases.findOneAndUpdate(
                eq("_id", "counter"),
                inc("value", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        Document taken = cases.findOneAndDelete(eq("_id", "counter"));

        assertThat(made).containsEntry("value", 1L);
        assertThat(taken).containsEntry("value", 1L);
        assertThat(cases.findOneAndDelete(eq("_id", "counter"))).isNull();
    }

    @Test
    void anOrderedBulkStopsAtTheFirstError() {
        assertThatThrownBy(() -> cases.bulkWrite(List.of(
                        new InsertOneModel<>(new Document("_id", 1)),
                        new UpdateOneModel<>(eq("_id", 1), set("seen", true)),
                        new InsertOneModel<>(new Document("_id", 1)),
                        new InsertOneModel<>(new Document("_id", 2)))))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).hasSize(1);
                    assertThat(e.getWriteErrors().get(0).getIndex()).isEqualTo(2);
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(1);
                    assertThat(e.getWriteResult().getModifiedCount()).isEqualTo(1);
                });
        assertThat(cases.countDocuments()).isEqualTo(1);
    }

    @Test
    void orderedUpdatesStopAtTheFirstErrorToo() {
        cases.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        cases.insertMany(IntStream.range(0, 3)
                .mapToObj(i -> new Document("_id", i).append("number", i))
                .toList());

        assertThatThrownBy(() -> cases.bulkWrite(List.of(
                        new UpdateOneModel<>(eq("_id", 0), set("number", 10)),
                        new UpdateOneModel<>(eq("_id", 1), set("number", 10)),
                        new UpdateOneModel<>(eq("_id", 2), set("number", 12)))))
                .isInstanceOfSatisfying(
                        MongoBulkWriteException.class,
                        e -> assertThat(e.getWriteErrors().get(0).getIndex()).isEqualTo(1));
        assertThat(ids(new Document(), ascending("number"), 0)).containsExactly(1, 2, 0);
    }

    @Test
    void anUnorderedBulkDoesAllItCan() {
        assertThatThrownBy(() -> cases.insertMany(
                        List.of(new Document("_id", 1), new Document("_id", 1), new Document("_id", 2)),
                        new InsertManyOptions().ordered(false)))
                .isInstanceOfSatisfying(MongoBulkWriteException.class, e -> {
                    assertThat(e.getWriteErrors()).hasSize(1);
                    assertThat(e.getWriteResult().getInsertedCount()).isEqualTo(2);
                });

        cases.bulkWrite(
                List.of(
                        new ReplaceOneModel<>(eq("_id", 1), new Document("kept", true)),
                        new UpdateOneModel<>(eq("_id", 3), set("made", true), new UpdateOptions().upsert(true)),
                        new DeleteManyModel<>(eq("_id", 2))),
                new BulkWriteOptions().ordered(false));
        assertThat(ids(new Document(), ascending("_id"), 0)).containsExactly(1, 3);
    }

    @Test
    void manyAreUpdatedAndDeletedAtOnce() {
        cases.insertMany(IntStream.range(0, 2_500)
                .mapToObj(i -> new Document("_id", i).append("even", i % 2 == 0))
                .toList());

        assertThat(cases.updateMany(eq("even", true), set("seen", true)).getModifiedCount())
                .isEqualTo(1_250);
        assertThat(cases.deleteMany(eq("even", false)).getDeletedCount()).isEqualTo(1_250);
        assertThat(cases.deleteOne(eq("_id", 0)).getDeletedCount()).isEqualTo(1);
        assertThat(cases.countDocuments(eq("seen", true))).isEqualTo(1_249);
        assertThat(cases.estimatedDocumentCount()).isEqualTo(1_249);
    }
}
