package org.tongban.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.not;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
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
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
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
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every statement that Tongban makes to its store; a store on which these hold will do. */
@SuppressWarnings("JavaUtilDate") // the driver reads every instant as one
abstract class StoreStatements {

    private MongoClient client =
            MongoClients.create(MongoClientSettings.builder().build());
    private MongoCollection<Document> cases = client.getDatabase("none").getCollection("none");

    abstract String uri();

    @BeforeEach
    void anEmptyDatabase() {
        client.close();
        client = MongoClients.create(uri());
        cases = database().getCollection("cases");
        cases.drop();
    }

    @AfterEach
    void goodbye() {
        client.close();
    }

    private MongoDatabase database() {
        return client.getDatabase("tongban_statements")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    private Document theCase() {
        return one(eq("_id", "A"));
    }

    private Document one(Bson filter) {
        Document found = cases.find(filter).first();
        assertThat(found).isNotNull();
        return found == null ? new Document() : found;
    }

    private List<Object> ids(Bson filter, Bson sort, int limit) {
        return cases.find(filter)
                .sort(sort)
                .limit(limit)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
    }

    private static Document event(long no) {
        return new Document("no", no).append("type", "application.submitted.v1");
    }

    private void insertACase() {
        cases.insertOne(new Document("_id", "A")
                .append("version", 1L)
                .append("stage", "SUBMITTED")
                .append(
                        "cases",
                        List.of(
                                new Document("caseNo", 1).append("stage", "SUBMITTED"),
                                new Document("caseNo", 2).append("stage", "WAITING")))
                .append("outbox", List.of(event(1))));
    }

    @Test
    void whatIsInsertedIsFoundUnchanged() {
        Document document = new Document("_id", new ObjectId())
                .append("text", "食品经营许可（新办）\u0000😀")
                .append("int", 7)
                .append("long", 1L << 60)
                .append("double", 0.25)
                .append("money", Decimal128.parse("120.00"))
                .append("at", Date.from(Instant.parse("2026-11-22T02:11:09.123Z")))
                .append("nothing", null)
                .append("bytes", new Binary(new byte[] {0, 1, -1}))
                .append("list", List.of(1, "two", List.of(3), new Document("four", 4)))
                .append("empty", new Document());

        cases.insertOne(document);

        assertThat(cases.find().first()).isEqualTo(document);
    }

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

    @Test
    void aUniqueIndexRefusesTheSecondOnInsertAndUpdate() {
        cases.createIndex(Indexes.ascending("owner", "digest"), new IndexOptions().unique(true));
        cases.insertOne(new Document("_id", 1).append("owner", "a").append("digest", "x"));
        cases.insertOne(new Document("_id", 2).append("owner", "b").append("digest", "x"));

        assertThatThrownBy(() -> cases.insertOne(
                        new Document("_id", 3).append("owner", "a").append("digest", "x")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThatThrownBy(() -> cases.updateOne(eq("_id", 2), set("owner", "a")))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        cases.updateOne(eq("_id", 1), set("seen", true));
        cases.deleteOne(eq("_id", 1));
        cases.updateOne(eq("_id", 2), set("owner", "a"));
        assertThat(cases.countDocuments(and(eq("owner", "a"), eq("digest", "x"))))
                .isEqualTo(1);
    }

    @Test
    void aUniqueSparseIndexLetsAnyNumberBeWithout() {
        cases.createIndex(
                Indexes.ascending("receiptNo"), new IndexOptions().unique(true).sparse(true));
        cases.insertMany(List.of(new Document("_id", 1), new Document("_id", 2)));

        cases.updateOne(eq("_id", 1), set("receiptNo", "R-1"));

        assertThatThrownBy(() -> cases.updateOne(eq("_id", 2), set("receiptNo", "R-1")))
                .isInstanceOf(MongoWriteException.class);
        cases.updateOne(eq("_id", 1), unset("receiptNo"));
        cases.updateOne(eq("_id", 2), set("receiptNo", "R-1"));
        assertThat(one(eq("receiptNo", "R-1"))).containsEntry("_id", 2);
    }

    @Test
    void aUniqueIndexOverDuplicatesIsNotBuilt() {
        cases.insertMany(
                List.of(new Document("_id", 1).append("number", 7), new Document("_id", 2).append("number", 7)));

        assertThatThrownBy(() -> cases.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true)))
                .isInstanceOfSatisfying(
                        MongoException.class, e -> assertThat(e.getCode()).isEqualTo(11000));
        cases.deleteOne(eq("_id", 2));
        cases.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        assertThat(one(eq("number", 7))).containsEntry("_id", 1);
    }

    @Test
    void anIndexMayBeDeclaredAgainAndBuiltLater() {
        cases.insertOne(new Document("_id", 1).append("owner", "a"));

        String name = cases.createIndex(Indexes.ascending("owner"));
        cases.createIndex(Indexes.ascending("owner"));

        assertThat(cases.listIndexes().map(index -> index.getString("name")).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("_id_", name);
        assertThat(ids(eq("owner", "a"), ascending("_id"), 0)).containsExactly(1);
        cases.dropIndex(name);
        assertThat(ids(eq("owner", "a"), ascending("_id"), 0)).containsExactly(1);
    }

    @Test
    void aSparseIndexIsTheSweepersList() {
        cases.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        cases.insertMany(IntStream.range(0, 100)
                .mapToObj(i -> i % 10 == 0
                        ? new Document("_id", i).append("pendingSince", new Date(1_000 - i))
                        : new Document("_id", i))
                .toList());

        assertThat(ids(lte("pendingSince", new Date(970)), ascending("pendingSince"), 3))
                .containsExactly(90, 80, 70);
        assertThat(ids(exists("pendingSince"), ascending("_id"), 0)).hasSize(10);
        assertThat(ids(exists("pendingSince", false), ascending("_id"), 0)).hasSize(90);
        assertThat(ids(eq("pendingSince", null), ascending("_id"), 0)).hasSize(90);
        assertThat(ids(new Document(), ascending("pendingSince", "_id"), 0)).hasSize(100);
    }

    @Test
    void aCursorOverChangesSeesEachOnceInOrder() {
        cases.createIndex(Indexes.ascending("changedAt", "_id"));
        List<String> wanted = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            String id = "c" + (100 + i);
            wanted.add(id);
            cases.insertOne(new Document("_id", id).append("changedAt", new Date(i / 7)));
        }

        List<Object> seen = new ArrayList<>();
        Bson after = new Document();
        for (List<Document> page = page(after); !page.isEmpty(); page = page(after)) {
            page.forEach(found -> seen.add(found.get("_id")));
            Document last = page.get(page.size() - 1);
            after = or(
                    gt("changedAt", last.getDate("changedAt")),
                    and(eq("changedAt", last.getDate("changedAt")), gt("_id", last.get("_id"))));
        }

        assertThat(seen).isEqualTo(wanted);
    }

    private List<Document> page(Bson after) {
        return cases.find(after)
                .sort(orderBy(ascending("changedAt"), ascending("_id")))
                .limit(9)
                .into(new ArrayList<>());
    }

    @Test
    void rangesStayWithinTheirTypeAndNumbersCompareAcrossTypes() {
        cases.createIndex(Indexes.ascending("value"));
        cases.insertMany(List.of(
                new Document("_id", "int").append("value", 5),
                new Document("_id", "long").append("value", 6L),
                new Document("_id", "double").append("value", 6.5),
                new Document("_id", "text").append("value", "6"),
                new Document("_id", "date").append("value", new Date(6)),
                new Document("_id", "null").append("value", null),
                new Document("_id", "missing")));

        assertThat(ids(gte("value", 5.0), ascending("value"), 0)).containsExactly("int", "long", "double");
        assertThat(ids(gt("value", 5L), descending("value"), 0)).containsExactly("double", "long");
        assertThat(ids(and(gt("value", 5), lt("value", 6.5)), ascending("value"), 0))
                .containsExactly("long");
        assertThat(ids(lte("value", "7"), ascending("value"), 0)).containsExactly("text");
        assertThat(ids(in("value", 5L, "6", new Date(6)), ascending("_id"), 0)).containsExactly("date", "int", "text");
        assertThat(ids(in("value", List.of()), ascending("_id"), 0)).isEmpty();
        assertThat(ids(ne("value", null), ascending("_id"), 0))
                .containsExactly("date", "double", "int", "long", "text");
        assertThat(ids(eq("value", 6), ascending("_id"), 0)).containsExactly("long");
    }

    @Test
    void aCompoundIndexServesEqualityThenARangeInBothDirections() {
        cases.createIndex(Indexes.compoundIndex(Indexes.ascending("owner"), Indexes.descending("submittedAt")));
        for (int i = 0; i < 40; i++) {
            cases.insertOne(new Document("_id", i).append("owner", "o" + i % 2).append("submittedAt", new Date(i)));
        }

        assertThat(ids(eq("owner", "o1"), descending("submittedAt"), 3)).containsExactly(39, 37, 35);
        assertThat(ids(eq("owner", "o1"), ascending("submittedAt"), 3)).containsExactly(1, 3, 5);
        assertThat(ids(
                        and(eq("owner", "o0"), gte("submittedAt", new Date(10)), lt("submittedAt", new Date(14))),
                        descending("submittedAt"),
                        0))
                .containsExactly(12, 10);
        assertThat(ids(in("owner", "o0", "o1"), descending("submittedAt"), 2)).containsExactly(39, 38);
        assertThat(cases.find(eq("owner", "o1"))
                        .sort(descending("submittedAt"))
                        .skip(2)
                        .limit(2)
                        .map(found -> found.get("_id"))
                        .into(new ArrayList<>()))
                .containsExactly(35, 33);
    }

    @Test
    void anIndexReachesIntoArrays() {
        cases.createIndex(Indexes.ascending("cases.department", "cases.stage"));
        cases.insertMany(List.of(
                application(1, "市场监管", "SUBMITTED", "消防救援", "WAITING"),
                application(2, "市场监管", "WAITING", "消防救援", "SUBMITTED"),
                new Document("_id", 3).append("cases", List.of()),
                new Document("_id", 4)));

        Bson submitted = elemMatch("cases", and(eq("department", "市场监管"), eq("stage", "SUBMITTED")));
        Bson either = and(eq("cases.department", "市场监管"), eq("cases.stage", "SUBMITTED"));

        assertThat(ids(submitted, ascending("_id"), 0)).containsExactly(1);
        assertThat(ids(either, ascending("_id"), 0)).containsExactly(1, 2);
        assertThat(ids(eq("cases.department", "消防救援"), descending("_id"), 0)).containsExactly(2, 1);
        cases.updateOne(eq("_id", 1), set("cases.0.stage", "ACCEPTED"));
        assertThat(ids(submitted, ascending("_id"), 0)).isEmpty();
        cases.updateMany(new Document(), unset("cases"));
        assertThat(ids(eq("cases.department", "消防救援"), ascending("_id"), 0)).isEmpty();
    }

    private static Document application(int id, String one, String stage, String other, String otherStage) {
        return new Document("_id", id)
                .append(
                        "cases",
                        List.of(
                                new Document("department", one).append("stage", stage),
                                new Document("department", other).append("stage", otherStage)));
    }

    @Test
    void aRangeOverAnArrayNeedsNoSingleElementWithinIt() {
        cases.createIndex(Indexes.ascending("marks"));
        cases.insertOne(new Document("_id", 1).append("marks", List.of(1, 10)));

        assertThat(ids(and(gt("marks", 5), lt("marks", 7)), ascending("_id"), 0))
                .containsExactly(1);
        assertThat(ids(gt("marks", 10), ascending("_id"), 0)).isEmpty();
    }

    @Test
    void aLongResultComesInBatches() {
        String kilobytes = "x".repeat(20_000);
        for (int i = 0; i < 1_000; i += 100) {
            cases.insertMany(IntStream.range(i, i + 100)
                    .mapToObj(n ->
                            new Document("_id", n).append("body", kilobytes).append("order", -n))
                    .toList());
        }

        List<Object> unsorted = cases.find().map(found -> found.get("_id")).into(new ArrayList<>());
        List<Object> sorted = cases.find()
                .sort(ascending("order"))
                .batchSize(70)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
        List<Object> backwards = cases.find()
                .sort(descending("_id"))
                .batchSize(333)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());

        assertThat(unsorted).hasSize(1_000).doesNotHaveDuplicates();
        assertThat(sorted)
                .isEqualTo(IntStream.range(0, 1_000).mapToObj(i -> 999 - i).toList());
        assertThat(backwards).isEqualTo(sorted);
    }

    @Test
    void whatChangesWhileItIsReadIsReadOnce() {
        cases.insertMany(
                IntStream.range(0, 300).mapToObj(i -> new Document("_id", i)).toList());

        List<Object> seen = new ArrayList<>();
        cases.find().batchSize(10).forEach(found -> {
            seen.add(found.get("_id"));
            cases.updateOne(eq("_id", found.get("_id")), set("body", "y".repeat(2_000)));
        });

        assertThat(seen).hasSize(300).doesNotHaveDuplicates();
    }

    @Test
    void aProjectionLeavesOutTheRest() {
        insertACase();

        Document found = cases.find(eq("_id", "A"))
                .projection(fields(include("version", "cases.stage")))
                .first();

        assertThat(found)
                .isEqualTo(new Document("_id", "A")
                        .append("version", 1L)
                        .append(
                                "cases",
                                List.of(new Document("stage", "SUBMITTED"), new Document("stage", "WAITING"))));
    }

    @Test
    void anAggregationGroupsWhatMatches() {
        cases.createIndex(Indexes.ascending("division"));
        cases.insertMany(IntStream.range(0, 30)
                .mapToObj(i ->
                        new Document("_id", i).append("division", "d" + i % 3).append("score", i))
                .toList());

        List<Document> sums = cases.aggregate(List.of(
                        Aggregates.match(in("division", "d0", "d1")),
                        Aggregates.group("$division", Accumulators.sum("n", 1)),
                        Aggregates.sort(ascending("_id"))))
                .into(new ArrayList<>());

        assertThat(sums)
                .containsExactly(new Document("_id", "d0").append("n", 10), new Document("_id", "d1").append("n", 10));
        assertThat(cases.distinct("division", gte("score", 28), String.class).into(new ArrayList<>()))
                .containsExactlyInAnyOrder("d1", "d2");
    }

    @Test
    void filesGoInAndComeOut() {
        GridFSBucket files = GridFSBuckets.create(database(), "files");
        files.drop();
        byte[] content = new byte[3_000_000];
        new Random(7).nextBytes(content);

        ObjectId id = files.uploadFromStream(
                "sha-256:abc",
                new ByteArrayInputStream(content),
                new GridFSUploadOptions().metadata(new Document("owner", "o")));

        ByteArrayOutputStream read = new ByteArrayOutputStream();
        files.downloadToStream(id, read);
        assertThat(read.toByteArray()).isEqualTo(content);
        assertThat(files.find(eq("filename", "sha-256:abc")).into(new ArrayList<>()))
                .hasSize(1);
        files.delete(id);
        assertThat(files.find().into(new ArrayList<>())).isEmpty();
    }
}
