package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

/** The process really dies between two steps, and whoever comes next finishes the submission. */
final class SubmissionCrashTest {
    private static final int HALTED = 137;

    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Workshop workshop = Workshop.on(store.database(), clock);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @CsvSource({"submission.after-freeze, false", "store.after-write, true", "submission.after-insert, true"})
    void whateverPointItDiesAtTheSweeperFinishesIt(String point, boolean isInserted) throws Exception {
        workshop.bags().insert(BagSamples.full(), List.of());

        assertThat(dieAt(point)).isEqualTo(HALTED);
        assertThat(workshop.applications().find(BagSamples.CODE).isPresent()).isEqualTo(isInserted);
        assertThat(bag().submitting()).isNotNull();
        clock.tick(Duration.ofMinutes(1));
        workshop.submissions().sweep();

        assertThat(bag().submitting()).isNull();
        assertThat(workshop.applications().find(BagSamples.CODE))
                .hasValueSatisfying(stored ->
                        assertThat(stored.document().getArray("outbox")).hasSize(1));
    }

    private Bag bag() {
        return workshop.bags().find("b1").orElseThrow().state();
    }

    private int dieAt(String point) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Dtongban.crash=" + point,
                        "-cp",
                        System.getProperty("java.class.path"),
                        CrashingSubmission.class.getName(),
                        TestStore.uri(),
                        store.database().getName())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return process.exitValue();
    }
}
