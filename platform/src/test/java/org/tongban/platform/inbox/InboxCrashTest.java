package org.tongban.platform.inbox;

import static com.mongodb.client.model.Filters.eq;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;

/** The listener really dies between store, broker and offset; started again it has heard everything once. */
final class InboxCrashTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final TestStore store = TestStore.open();
    private final String code = OpaqueId.next();
    private final String group = "group-" + code;

    @BeforeEach
    void begin() {
        Broker.shared().beginAtTheEnd(group, HearingProcess.TELLER.topic());
    }

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"inbox.before-apply", "inbox.after-apply", "inbox.after-park", "inbox.before-unpark"})
    void whateverPointItDiesAtEachIsHeardOnceAndInOrder(String point) {
        Told.by("noted", code, 1, 3, 2, 4);

        dieAt(point);
        hearAll();

        assertThat(diary()).containsExactly(1L, 2L, 3L, 4L);
        assertThat(store.database().getCollection("parked").countDocuments()).isZero();
    }

    @Test
    void whoDiesBetweenTheLetterAndTheSkipBuriesTheSameEventAgainAndGoesOn() {
        Told.by("noted", code, 1);
        Told.by("poison", code, 2);
        Told.by("noted", code, 3, 4);

        dieAt("inbox.after-letter");
        hearAll();

        assertThat(diary()).containsExactly(1L, 3L, 4L);
        assertThat(Told.letters(group, code))
                .hasSize(2)
                .extracting(ConsumerRecord::key)
                .containsOnly(Told.letters(group, code).get(0).key());
    }

    private void dieAt(String point) {
        new Fork(HearingProcess.class)
                .dieAt(
                        point,
                        TestStore.uri(),
                        store.database().getName(),
                        Broker.shared().address(),
                        group);
    }

    private void hearAll() {
        try (HearingProcess hearing =
                new HearingProcess(store.database(), Broker.shared().address(), group)) {
            await().atMost(PATIENCE).until(() -> hearing.last(code) == 4);
        }
    }

    private List<Long> diary() {
        List<List<Long>> diaries = store.database()
                .getCollection("diaries")
                .find(eq("_id", code))
                .map(diary -> diary.getList("heard", Long.class))
                .into(new ArrayList<>());
        assertThat(diaries).hasSize(1);
        return diaries.get(0);
    }
}
