package org.tongban.store;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Projections.fields;
import static com.mongodb.client.model.Projections.include;
import static com.mongodb.client.model.Sorts.ascending;
import static com.mongodb.client.model.Sorts.descending;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.gridfs.GridFSBucket;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.client.model.Accumulators;
import com.mongodb.client.model.Aggregates;
import com.mongodb.client.model.Indexes;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.bson.Document;
import org.bson.types.Binary;
import org.bson.types.Decimal128;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.Test;

/** Every statement that Tongban makes to its store; a store on which these hold will do. */
@SuppressWarnings("JavaUtilDate") // the driver reads every instant as one
abstract class StoreStatements extends LookupStatements {

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
