package org.tongban.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.StoreCopy;
import org.tongban.platform.kit.TestStore;

/** What cannot be heard, on a real broker: it is kept with its reason, and the partition goes on. */
final class ListenerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final TestStore store = TestStore.open();
    private final String code = OpaqueId.next();
    private final String group = "group-" + code;
    private final HearingProcess hearing;

    ListenerTest() {
        Broker.shared().beginAtTheEnd(group, HearingProcess.TELLER.topic());
        hearing = new HearingProcess(store.database(), Broker.shared().address(), group);
    }

    @BeforeEach
    void begin() {
        Told.by("noted", code, 1);
    }

    @AfterEach
    void close() {
        hearing.close();
        store.close();
    }

    @Test
    void whatNobodyCanReadIsBuriedWithItsKeyAndThePartitionGoesOn() {
        Broker.shared()
                .send(new ProducerRecord<>("tongban.tracking", code, "no event".getBytes(StandardCharsets.UTF_8)));
        Told.by("noted", code, 2);

        awaitLast(2);

        ConsumerRecord<String, byte[]> letter = onlyLetter();
        assertThat(letter.key()).matches("tongban\\.tracking-[01]-\\d+");
        assertThat(letter.value()).asString(StandardCharsets.UTF_8).isEqualTo("no event");
        assertThat(Told.header(letter, "dlt-key")).isEqualTo(code);
        assertThat(Told.header(letter, "dlt-reason")).endsWith("UnreadableEvent");
    }

    @Test
    void aNumberFromTheFutureIsBuriedAtOnceAndThePartitionGoesOn() {
        Told.by("noted", code, 2_000_000_000L, 2);

        awaitLast(2);

        assertThat(hearing.heard(code)).containsExactly(1L, 2L);
        assertThat(Told.header(onlyLetter(), "ce_sequence")).isEqualTo("2000000000");
    }

    @Test
    void whatAHandlerNeverTakesIsBuriedWithItsReasonAndItsNumberSkipped() {
        Told.by("poison", code, 2);
        Told.by("noted", code, 3);

        awaitLast(3);

        assertThat(hearing.heard(code)).containsExactly(1L, 3L);
        ConsumerRecord<String, byte[]> letter = onlyLetter();
        assertThat(Told.header(letter, "dlt-reason")).isEqualTo(ArithmeticException.class.getName());
        assertThat(Told.header(letter, "ce_sequence")).isEqualTo("2");
    }

    @Test
    void whatWasParkedAndIsNeverTakenIsBuriedAndThoseBehindItGoOn() {
        Told.by("poison", code, 3);
        Told.by("noted", code, 4, 2, 5);

        awaitLast(5);

        assertThat(hearing.heard(code)).containsExactly(1L, 2L, 4L, 5L);
        ConsumerRecord<String, byte[]> letter = onlyLetter();
        assertThat(letter.key()).matches("tongban\\.tracking-[01]-\\d+");
        assertThat(Told.header(letter, "dlt-key")).isEqualTo(code);
        assertThat(Told.header(letter, "dlt-reason")).isEqualTo(ArithmeticException.class.getName());
        assertThat(Told.header(letter, "ce_type")).isEqualTo("tracking.poison.v1");
        assertThat(Told.header(letter, "ce_sequence")).isEqualTo("3");
    }

    @Test
    void aLetterThatIsReplayedFillsTheGapOfTheGroupThatGaveItUp() {
        Told.by("poison", code, 2);
        Told.by("noted", code, 3);
        awaitLast(3);

        Broker.shared().send(replayed(onlyLetter(), "tracking.noted.v1"));

        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(hearing.heard(code)).containsExactly(1L, 3L, 2L));
    }

    @Test
    void aLetterOfAnotherGroupIsNotHeard() {
        ProducerRecord<String, byte[]> poison =
                EventWire.write(HearingProcess.TELLER, code, 2, "tracking.poison.v1", Instant.EPOCH, "{}");
        poison.headers().add("dlt-group", "another".getBytes(StandardCharsets.UTF_8));
        Broker.shared().send(poison);
        Told.by("noted", code, 2, 3);

        awaitLast(3);

        assertThat(hearing.heard(code)).containsExactly(1L, 2L, 3L);
        assertThat(Told.letters(group, code)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aStoreThatIsPutBackHearsAgainWhatItHasLostAlsoWhenItsCopyIsYoung(boolean hasKeptItsMarks) {
        awaitLast(1);
        await().atMost(PATIENCE).until(() -> Broker.shared().unheard(group, HearingProcess.TELLER.topic()) == 0);
        if (hasKeptItsMarks) {
            hearing.mark();
        }
        assertThat(store.database().getCollection("log_marks").find()).hasSize(2);
        StoreCopy copy = StoreCopy.of(store.database());
        Told.by("noted", code, 2, 3);
        awaitLast(3);
        await().atMost(PATIENCE).until(() -> Broker.shared().unheard(group, HearingProcess.TELLER.topic()) == 0);
        hearing.close();

        copy.putBack();
        try (HearingProcess next =
                new HearingProcess(store.database(), Broker.shared().address(), group)) {
            await().atMost(PATIENCE).until(() -> next.last(code) == 3);

            assertThat(next.heard(code)).containsExactly(1L, 2L, 3L);
        }
    }

    /** The letter's bytes and headers again, as an event that is taken by now. */
    private static ProducerRecord<String, byte[]> replayed(ConsumerRecord<String, byte[]> letter, String type) {
        ProducerRecord<String, byte[]> again = new ProducerRecord<>(
                HearingProcess.TELLER.topic(), null, Told.header(letter, "dlt-key"), letter.value(), letter.headers());
        again.headers().remove("ce_type").add("ce_type", type.getBytes(StandardCharsets.UTF_8));
        return again;
    }

    @Test
    @Timeout(60)
    void aStopWaitsForTheEventAtHandAndNotForThoseBehindIt() throws InterruptedException {
        String late = OpaqueId.next();
        Broker.shared().beginAtTheEnd("group-" + late, HearingProcess.TELLER.topic());
        hearing.stop();
        Told.by("held", late, 1);
        Told.by("noted", late, 2, 3, 4);
        HearingProcess stopping =
                new HearingProcess(store.database(), Broker.shared().address(), "group-" + late);
        stopping.awaitHolding();

        stopping.stop().await();

        assertThat(stopping.heard(late)).containsExactly(1L);
    }

    private void awaitLast(long number) {
        await().atMost(PATIENCE).until(() -> hearing.last(code) == number);
    }

    private ConsumerRecord<String, byte[]> onlyLetter() {
        List<ConsumerRecord<String, byte[]>> letters = Told.lettersByPlace(group, code);
        assertThat(letters).hasSize(1);
        return letters.get(0);
    }
}
