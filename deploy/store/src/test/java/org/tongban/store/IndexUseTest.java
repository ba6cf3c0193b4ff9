package org.tongban.store;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.inc;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * How many documents of 10,000 are looked at for our own queries; no clock is needed to see a scan.
 *
 * <p>The store has been started again in between: then its indexes come in another order than they were made in.
 */
@SuppressWarnings("JavaUtilDate") // the driver reads every instant as one
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class IndexUseTest {

    private static final int ALL = 10_000;

    private EmbeddedStore store = EmbeddedStore.temporary();
    private MongoClient client = MongoClients.create(store.uri());
    private MongoCollection<Document> cases = cases(client);

    @BeforeAll
    void tenThousandApplications(@TempDir Path directory) {
        close();
        try (EmbeddedStore before = EmbeddedStore.open(directory, 0);
                MongoClient filler = MongoClients.create(before.uri())) {
            fill(cases(filler));
        }
        store = EmbeddedStore.open(directory, 0);
        client = MongoClients.create(store.uri());
        cases = cases(client);
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("index_use").getCollection("cases");
    }

    private static void fill(MongoCollection<Document> cases) {
        cases.createIndex(Indexes.ascending("owner", "submittedAt"));
        cases.createIndex(Indexes.ascending("pendingSince"), new IndexOptions().sparse(true));
        cases.createIndex(Indexes.ascending("submitting"), new IndexOptions().sparse(true));
        cases.createIndex(Indexes.ascending("changedAt", "_id"));
        cases.createIndex(Indexes.ascending("number"), new IndexOptions().unique(true));
        cases.createIndex(Indexes.ascending("cases.department", "cases.stage"));
        cases.createIndex(Indexes.ascending("queues", "place"));
        for (int from = 0; from < ALL; from += 1_000) {
            cases.insertMany(IntStream.range(from, from + 1_000)
                    .mapToObj(IndexUseTest::application)
                    .toList());
        }
    }

    @AfterAll
    void close() {
        client.close();
        store.close();
    }

    private static Document application(int i) {
        Document application = new Document("_id", "code" + i)
                .append("version", 1L)
                .append("number", i)
                .append("owner", "owner" + i % 1_000)
                .append("submittedAt", new Date(i))
                .append("queues", List.of("q" + i % 10, "all"))
                .append("place", "p" + (ALL + (i * 7_919) % ALL))
                .append("changedAt", new Date(i / 3))
                .append(
                        "cases",
                        List.of(
                                new Document("department", "d" + i % 100)
                                        .append("stage", i % 5 == 0 ? "SUBMITTED" : "DELIVERED"),
                                new Document("department", "e").append("stage", "WAITING")));
        return i % 1_000 == 0
                ? application.append("pendingSince", new Date(i)).append("submitting", true)
                : application;
    }

    private long examinedBy(Runnable use) {
        long before = store.examined();
        use.run();
        return store.examined() - before;
    }

    private List<Object> found(Bson filter, Bson sort, int limit) {
        return cases.find(filter)
                .sort(sort)
                .limit(limit)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
    }

    @Test
    void aCompareAndSetLooksAtItsDocumentOnly() {
        assertThat(examinedBy(() -> cases.updateOne(
                        and(eq("_id", "code77"), eq("version", 1L)), combine(inc("version", 1L), set("seen", true)))))
                .isEqualTo(1);
        assertThat(examinedBy(() -> cases.updateOne(and(eq("version", -1L), eq("_id", "code77")), inc("version", 1L))))
                .isEqualTo(1);
    }

    @Test
    void anOwnersNewestAreReadFromTheEndOfTheirOwn() {
        assertThat(examinedBy(() -> assertThat(found(eq("owner", "owner7"), descending("submittedAt"), 3))
                        .containsExactly("code9007", "code8007", "code7007")))
                .isEqualTo(3);
    }

    @Test
    void theFirstWithAnIdIsOneLook() {
        assertThat(examinedBy(() -> assertThat(found(eq("_id", "code8777"), new Document(), 1))
                        .containsExactly("code8777")))
                .isEqualTo(1);
        assertThat(examinedBy(() ->
                        assertThat(found(eq("_id", "none"), new Document(), 1)).isEmpty()))
                .isZero();
    }

    @Test
    void theFirstThatAnIndexCannotTellIsNoReasonToTakeIt() {
        assertThat(examinedBy(() -> assertThat(found(ne("owner", "owner1"), ascending("owner"), 1))
                        .containsExactly("code0")))
                .isEqualTo(1);
        assertThat(examinedBy(() -> assertThat(found(and(eq("number", 9_999), ne("owner", "x")), new Document(), 1))
                        .containsExactly("code9999")))
                .isEqualTo(1);
    }

    @Test
    void severalIdsAreSeveralLooks() {
        assertThat(examinedBy(() -> assertThat(found(in("_id", "code1", "code2", "none"), ascending("_id"), 0))
                        .hasSize(2)))
                .isEqualTo(2);
    }

    @Test
    void theSweeperSeesOnlyWhatIsPending() {
        assertThat(examinedBy(() -> assertThat(
                                found(lte("pendingSince", new Date(5_000)), ascending("pendingSince"), 2))
                        .containsExactly("code0", "code1000")))
                .isEqualTo(2);
        assertThat(examinedBy(() -> found(exists("submitting"), ascending("submitting"), 0)))
                .isEqualTo(10);
        assertThat(examinedBy(() -> cases.updateOne(lte("pendingSince", new Date(-1)), set("x", 1))))
                .isZero();
    }

    @Test
    void aPageOfChangesCostsAPage() {
        Bson after = or(gt("changedAt", new Date(1_000)), and(eq("changedAt", new Date(1_000)), gt("_id", "code3000")));

        assertThat(examinedBy(() -> assertThat(found(after, ascending("changedAt", "_id"), 50))
                        .startsWith("code3001", "code3002", "code3003")
                        .hasSize(50)))
                .isEqualTo(50);
    }

    @Test
    void aWorklistLooksAtWhatHasTheDepartmentAndTheStage() {
        Bson mine = elemMatch("cases", and(eq("department", "d5"), in("stage", "SUBMITTED", "ACCEPTED")));

        assertThat(examinedBy(() -> assertThat(found(mine, ascending("_id"), 0)).hasSize(100)))
                .isLessThanOrEqualTo(200);
    }

    @Test
    void aQueueAmongSeveralIsReadInOrderFromAPlaceOn() {
        List<Object> page = new ArrayList<>();

        assertThat(examinedBy(() -> page.addAll(found(eq("queues", "q3"), ascending("place"), 20))))
                .isEqualTo(20);
        assertThat(page).isEqualTo(sortedByHand("q3").subList(0, 20));
        Bson behind = and(eq("queues", "q3"), gt("place", placeOf(page.get(19))));
        assertThat(examinedBy(() -> page.addAll(found(behind, ascending("place"), 20))))
                .isEqualTo(20);
        assertThat(page).isEqualTo(sortedByHand("q3").subList(0, 40));
        assertThat(found(eq("queues", "q3"), descending("place"), 3))
                .isEqualTo(sortedByHand("q3", descending("place")).subList(0, 3));
    }

    /** By what is no index's order, so that the store sorts itself. */
    private List<Object> sortedByHand(String queue) {
        return sortedByHand(queue, ascending("place"));
    }

    private List<Object> sortedByHand(String queue, Bson order) {
        return cases.find(in("queues", queue, "none"))
                .sort(order)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
    }

    private String placeOf(Object id) {
        return String.valueOf(cases.find(eq("_id", id)).first().get("place"));
    }

    @Test
    void whatIsSortedByAFieldOfSeveralValuesGoesByTheFirstOfThemAll() {
        Object last = found(eq("queues", "all"), descending("queues"), 1).get(0);
        assertThat(cases.find(eq("_id", last)).first().getList("queues", String.class))
                .contains("q9");
        assertThat(found(in("queues", "all", "q9"), ascending("queues", "place"), 0))
                .hasSize(ALL)
                .doesNotHaveDuplicates();
    }

    @Test
    void aUniqueNumberLeadsToItsDocumentAmongOtherConditions() {
        assertThat(examinedBy(() -> found(and(eq("version", 1L), eq("number", 4_000L)), ascending("_id"), 0)))
                .isEqualTo(1);
    }

    @Test
    void countingWhatMatchesLooksAtNothingElse() {
        assertThat(examinedBy(() ->
                        assertThat(cases.countDocuments(eq("owner", "owner3"))).isEqualTo(10)))
                .isEqualTo(10);
    }

    @Test
    void theFirstOfAllInAnyIndexedOrderIsOneLook() {
        assertThat(examinedBy(() -> assertThat(found(new Document(), descending("number"), 1))
                        .containsExactly("code9999")))
                .isEqualTo(1);
        assertThat(examinedBy(() -> found(gte("changedAt", new Date(0)), descending("changedAt", "_id"), 5)))
                .isEqualTo(5);
    }

    @Test
    void whatNoIndexKnowsIsScanned() {
        assertThat(examinedBy(() -> found(eq("unknown", 1), ascending("_id"), 0)))
                .isEqualTo(ALL);
    }
}
