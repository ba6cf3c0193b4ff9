package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Samples;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.StoreCopy;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.LogComparison;
import org.tongban.platform.restore.LogMarks;

/** An old copy of the database is put back beside a real broker whose log has gone on. */
final class PutBackTest {
    private static final Source SOURCE = new Source("application");

    private final Broker broker = new Broker();
    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Applications applications = Samples.applications(store.database(), clock);
    private final ReceiptNumbers numbers = new ReceiptNumbers(store.database());

    @AfterEach
    void close() {
        store.close();
        broker.close();
    }

    @Test
    void neitherAnEventNumberNorAReceiptNumberIsGivenTwice() {
        String code = Samples.CODE.value();
        new Intake(applications, Samples.CLOCK).open(Samples.bag());
        relay();
        start();
        StoreCopy copy = StoreCopy.of(store.database());
        silenceAccepts();
        List<Envelope> before = broker.told(SOURCE, code);

        copy.putBack();
        start();
        silenceAccepts();

        List<Envelope> all = broker.told(SOURCE, code);
        assertThat(all).hasSizeGreaterThan(before.size()).startsWith(before.toArray(Envelope[]::new));
        Set<Long> sequences = new HashSet<>(all.stream().map(Envelope::sequence).toList());
        assertThat(all).hasSize(sequences.size());
        assertThat(all.get(all.size() - 1).sequence()).isEqualTo(all.size());
        List<String> receipts = all.stream()
                .flatMap(event -> event.data().path("receiptNo").asStringOpt().stream())
                .toList();
        assertThat(receipts).hasSizeGreaterThan(1).doesNotHaveDuplicates();
    }

    private void silenceAccepts() {
        clock.set(Instant.parse("2026-11-27T16:00:00Z"));
        new SilenceRule(applications, numbers, Samples.CLOCK, clock).fire();
        relay();
    }

    private void relay() {
        StoreCopy.relay(store.database(), Applications.TYPE.collection(), broker);
    }

    private void start() {
        KafkaProperties kafka = new KafkaProperties();
        kafka.setBootstrapServers(List.of(broker.address()));
        new LogComparison(
                        new ReviewConfiguration().ownLog(store.database(), numbers, clock),
                        EventLog.of(kafka),
                        new LogMarks(store.database()),
                        false)
                .start();
    }
}
