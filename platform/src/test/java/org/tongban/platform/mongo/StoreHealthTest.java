package org.tongban.platform.mongo;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.Status;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class StoreHealthTest {
    private final TestClock clock = new TestClock();

    @Test
    void aServiceIsReadyWhileItsStoreAnswers() {
        TestStore store = TestStore.open();
        StoreHealth health = new StoreHealth(store.database(), clock);

        assertThat(health.health().getStatus()).isEqualTo(Status.UP);

        store.close();
        assertThat(health.health().getStatus()).as("asked a moment ago").isEqualTo(Status.UP);
        clock.tick(Duration.ofSeconds(2));
        assertThat(health.health().getStatus()).isEqualTo(Status.DOWN);
    }

    @Test
    void nobodyIsToldWhy() {
        try (MongoClient nowhere = MongoClients.create("mongodb://127.0.0.1:1/?serverSelectionTimeoutMS=100")) {
            Health health = new StoreHealth(nowhere.getDatabase("none"), clock).health();

            assertThat(health.getStatus()).isEqualTo(Status.DOWN);
            assertThat(health.getDetails()).isEmpty();
        }
    }
}
