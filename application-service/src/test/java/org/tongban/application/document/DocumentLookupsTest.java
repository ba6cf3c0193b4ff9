package org.tongban.application.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.tongban.application.CountingStore;
import org.tongban.platform.kit.TestClock;

/** Each look-up reads the owner's documents and nobody else's, however many there are. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DocumentLookupsTest {
    private static final int ALL = 500;
    private static final int OWNERS = 50;

    private final CountingStore store = new CountingStore();
    private final TestClock clock = new TestClock();
    private final Documents documents = new Documents(store.database(), clock);

    @BeforeAll
    void fiveHundredDocuments() {
        for (int i = 0; i < ALL; i++) {
            documents.add(document(i), new ByteArrayInputStream(new byte[0]));
        }
    }

    private Document document(int i) {
        Document card = DocumentSamples.of(
                "d" + i,
                i / OWNERS % 2 == 0 ? "id-card" : "other",
                "applicant",
                Grade.C,
                clock.tick(Duration.ofSeconds(1)),
                null);
        return new Document(
                card.documentId(),
                "owner" + i % OWNERS,
                card.kind(),
                card.holder(),
                card.digest(),
                card.mediaType(),
                card.size(),
                card.grade(),
                card.provenance(),
                card.addedAt(),
                null);
    }

    @AfterAll
    void close() {
        store.close();
    }

    @Test
    void aPageIsReadFromWhereTheLastOneEnded() {
        List<Document> page = new ArrayList<>();

        long examined = store.examinedBy(() -> page.addAll(documents.page("owner7", null, 3)));
        long next = store.examinedBy(() -> assertThat(documents.page("owner7", Cursor.behind(page.get(2)), 3))
                .hasSize(3));

        assertThat(page).extracting(Document::documentId).containsExactly("d457", "d407", "d357");
        assertThat(examined).isEqualTo(3);
        assertThat(next).isLessThanOrEqualTo(2L * ALL / OWNERS);
    }

    @Test
    void suggestionsAreLookedForAmongTheOwnersDocumentsOfThatKind() {
        assertThat(store.examinedBy(() -> assertThat(documents.ofKinds("owner7", Set.of("id-card", "passport")))
                        .hasSize(ALL / OWNERS / 2)))
                .isLessThanOrEqualTo(ALL / OWNERS);
    }
}
