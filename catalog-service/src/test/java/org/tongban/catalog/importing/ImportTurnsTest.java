package org.tongban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;
import org.tongban.platform.problem.Busy;

/** Who may import now. */
class ImportTurnsTest {

    @Test
    void anEditorBringsInOneThingAfterTheOther() {
        ImportTurns turns = turns(2, Duration.ZERO);
        ImportTurns.Turn first = turns.take("anna");

        assertThatThrownBy(() -> turns.take("anna")).isInstanceOfSatisfying(ImportRunning.class, refusal -> {
            assertThat(refusal.type().status()).isEqualTo(429);
            assertThat(refusal.retryAfter()).isNotNull();
        });
        turns.take("ben").close();
        first.close();

        turns.take("anna").close();
    }

    @Test
    void fewImportsRunSideBySide() {
        ImportTurns turns = turns(1, Duration.ZERO);
        ImportTurns.Turn first = turns.take("anna");

        assertThatThrownBy(() -> turns.take("ben")).isInstanceOf(Busy.class);
        first.close();

        turns.take("ben").close();
    }

    @Test
    void whoIsPatientHasTheirTurnWhenTheOneBeforeEnds() {
        ImportTurns turns = turns(1, Duration.ofSeconds(30));
        ImportTurns.Turn first = turns.take("anna");

        CompletableFuture<ImportTurns.Turn> second = CompletableFuture.supplyAsync(() -> turns.take("anna"));
        first.close();

        assertThat(second).succeedsWithin(Duration.ofSeconds(20));
    }

    private static ImportTurns turns(int sideBySide, Duration patience) {
        DataSize size = DataSize.ofMegabytes(1);
        return new ImportTurns(new ImportProperties(10, 10, size, size, 50, size, 3, sideBySide, patience));
    }
}
