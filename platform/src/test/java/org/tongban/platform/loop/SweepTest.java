package org.tongban.platform.loop;

import static com.mongodb.client.model.Filters.lt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.ServerAddress;
import com.mongodb.client.MongoCollection;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.kit.TestStore;

final class SweepTest {
    private final TestStore store = TestStore.open();
    private final MongoCollection<Document> rows = store.database().getCollection("rows");
    private final Sweep sweep = new Sweep("sweep", rows, "due", 3);
    private final List<String> seen = new ArrayList<>();

    @BeforeEach
    void tenAreDueSomeOnTheSameDay() {
        for (int i = 0; i < 10; i++) {
            rows.insertOne(new Document("_id", "r" + i).append("due", "2026-01-0" + (1 + i / 4)));
        }
        rows.insertOne(new Document("_id", "later").append("due", "2026-02-01"));
        rows.insertOne(new Document("_id", "never"));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void allThatIsDueIsSeenOnceAndInOrder() {
        assertThat(sweep.each(lt("due", "2026-02-01"), seen::add)).isEqualTo(10);

        assertThat(seen).containsExactly("r0", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9");
    }

    @Test
    void whatFailsStopsNoOtherHoweverManyTheyAre() {
        Set<String> poisoned = Set.of("r0", "r1", "r2", "r3", "r4", "r8");

        int done = sweep.each(lt("due", "2026-02-01"), id -> {
            if (poisoned.contains(id)) {
                throw new IllegalStateException("never");
            }
            seen.add(id);
        });

        assertThat(done).isEqualTo(4);
        assertThat(seen).containsExactly("r5", "r6", "r7", "r9");
    }

    @Test
    void whatLeavesWhileOneWalksHidesNoneBehindIt() {
        sweep.each(lt("due", "2026-02-01"), id -> {
            seen.add(id);
            rows.deleteOne(new Document("_id", id));
        });

        assertThat(seen).hasSize(10);
    }

    @Test
    void aStoreThatIsAwayEndsTheWalk() {
        assertThatThrownBy(() -> sweep.each(lt("due", "2026-02-01"), id -> {
                    seen.add(id);
                    throw new MongoTimeoutException("no answer");
                }))
                .isInstanceOf(MongoTimeoutException.class);

        assertThat(seen).hasSize(3);
    }

    @Test
    void aWalkEndsWhenTheStoreIsNoPrimaryAnyMore() {
        assertThatThrownBy(() -> sweep.each(lt("due", "2026-02-01"), id -> {
                    seen.add(id);
                    throw new MongoNotPrimaryException(new BsonDocument(), new ServerAddress());
                }))
                .isInstanceOf(MongoNotPrimaryException.class);

        assertThat(seen).hasSize(3);
    }
}
