package org.tongban.application.result;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Samples;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class ResultsTest {
    private static final Duration STUCK = Duration.ofSeconds(30);

    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final Applications applications = Samples.applications(store.database(), clock);
    private final Shelf shelf = new Shelf();
    private final Results results = new Results(applications, shelf, clock);

    /** An owner's store that may be away. */
    private static final class Shelf implements IssuedDocuments {
        private final Map<String, IssuedDocument> documents = new LinkedHashMap<>();
        private boolean away;

        @Override
        public void upsert(IssuedDocument document) {
            if (away) {
                throw new IllegalStateException("the shelf is away");
            }
            documents.put(document.documentId(), document);
        }
    }

    @BeforeEach
    void granted() {
        new Intake(applications, Samples.CLOCK).open(Samples.bag());
        applications.change(Samples.CODE, each -> Samples.grant(each, 1));
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void whatWasGrantedIsPutIntoTheOwnersStoreOnce() {
        results.issue(Samples.CODE);
        results.issue(Samples.CODE);

        assertThat(shelf.documents).hasSize(1);
        IssuedDocument licence = shelf.documents.values().iterator().next();
        assertThat(licence.owner()).isEqualTo(Samples.OWNER);
        assertThat(licence.content())
                .isEqualTo("{\"caseNo\":1,\"code\":\"" + Samples.CODE.display()
                        + "\",\"issuedAt\":\"2026-11-22T02:11:09.000Z\",\"issuer\":\"广安区市场监管\","
                        + "\"kind\":\"individual-business-licence\",\"number\":\"511602-市场监管-2026-000001\","
                        + "\"validUntil\":null}");
        assertThat(applications.find(Samples.CODE).orElseThrow().state().issuing())
                .isNull();
    }

    @Test
    void whatACrashLeftIsFoundByTheSweeper() {
        results.sweep(STUCK);
        assertThat(shelf.documents).as("it may still be under way").isEmpty();

        clock.tick(Duration.ofMinutes(1));
        results.sweep(STUCK);

        assertThat(shelf.documents).hasSize(1);
    }

    @Test
    void aStoreThatIsAwayDelaysAndLosesNothing() {
        shelf.away = true;
        results.issue(Samples.CODE);
        shelf.away = false;

        clock.tick(Duration.ofMinutes(1));
        results.sweep(STUCK);

        assertThat(shelf.documents).hasSize(1);
    }
}
