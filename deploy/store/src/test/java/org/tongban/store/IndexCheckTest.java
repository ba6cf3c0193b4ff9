package org.tongban.store;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Indexes;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.bson.Document;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexCheckTest {

    private static final String ENTRIES = "entries/damage.cases/owner_1";

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void aHundredCases() {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            cases(client).createIndex(Indexes.ascending("owner"));
            cases(client).createIndex(Indexes.ascending("tags"));
            cases(client)
                    .insertMany(IntStream.range(0, 100)
                            .mapToObj(i -> new Document("_id", i)
                                    .append("owner", "o" + i % 10)
                                    .append("tags", List.of(i, 1)))
                            .toList());
        }
    }

    @Test
    void whatAgreesIsLeftAlone() {
        assertThat(rebuiltAtStart()).isZero();
    }

    @Test
    void aMissingEntryIsNoticed() {
        damage(entries -> entries.remove(entries.firstKey()));

        assertThat(rebuiltAtStart()).isEqualTo(1);
        assertThat(rebuiltAtStart()).isZero();
    }

    @Test
    void anEntryTooManyIsNoticed() {
        damage(entries -> entries.put(new byte[] {1}, new byte[] {1}));

        assertThat(rebuiltAtStart()).isEqualTo(1);
        assertThat(rebuiltAtStart()).isZero();
    }

    @Test
    void anEntryThatLeadsElsewhereIsNoticed() {
        damage(entries -> entries.put(entries.firstKey(), new byte[] {1}));

        assertThat(rebuiltAtStart()).isEqualTo(1);
        assertThat(rebuiltAtStart()).isZero();
    }

    private int rebuiltAtStart() {
        try (EmbeddedStore store = EmbeddedStore.open(directory, 0);
                MongoClient client = MongoClients.create(store.uri())) {
            assertThat(cases(client).countDocuments(eq("owner", "o0"))).isEqualTo(10);
            assertThat(cases(client).countDocuments(eq("tags", 1))).isEqualTo(100);
            return store.rebuiltIndexes();
        }
    }

    private interface Damage {
        void to(MVMap<byte[], byte[]> entries);
    }

    private void damage(Damage damage) {
        try (MVStore store = MVStore.open(directory.resolve("store.mv").toString())) {
            assertThat(store.getMapNames()).contains(ENTRIES);
            damage.to(store.openMap(
                    ENTRIES,
                    new MVMap.Builder<byte[], byte[]>()
                            .keyType(ByteArrayDataType.INSTANCE)
                            .valueType(ByteArrayDataType.INSTANCE)));
        }
    }

    private static MongoCollection<Document> cases(MongoClient client) {
        return client.getDatabase("damage").getCollection("cases");
    }
}
