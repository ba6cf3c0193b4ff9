package org.tongban.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** An empty collection of cases on the store that is tried. */
abstract class StatementKit {

    private MongoClient client =
            MongoClients.create(MongoClientSettings.builder().build());
    MongoCollection<Document> cases = client.getDatabase("none").getCollection("none");

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

    final MongoDatabase database() {
        return client.getDatabase("tongban_statements")
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    final Document theCase() {
        return one(eq("_id", "A"));
    }

    final Document one(Bson filter) {
        Document found = cases.find(filter).first();
        assertThat(found).isNotNull();
        return found == null ? new Document() : found;
    }

    final List<Object> ids(Bson filter, Bson sort, int limit) {
        return cases.find(filter)
                .sort(sort)
                .limit(limit)
                .map(found -> found.get("_id"))
                .into(new ArrayList<>());
    }

    static Document event(long no) {
        return new Document("no", no).append("type", "application.submitted.v1");
    }

    final void insertACase() {
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
}
