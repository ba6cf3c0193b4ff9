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
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Sorts.orderBy;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.Test;

/** How Tongban looks up: indexes, ranges, orders. */
@SuppressWarnings("JavaUtilDate") // the driver reads every instant as one
abstract class LookupStatements extends WriteStatements {

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
}
