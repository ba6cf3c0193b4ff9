package org.tongban.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.application.document.DocumentSamples.uploaded;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.application.intake.Wanted;

final class FitTest {
    private static final Wanted ID_CARD = new Wanted("id-card", "applicant", List.of("id-card"));
    private static final Wanted ANY_IDENTITY =
            new Wanted("identity-document", "applicant", List.of("identity-document", "id-card"));
    private static final Wanted OF_A_PARENT = new Wanted("id-card", "parent", List.of("id-card"));

    private static final Document CARD = uploaded("d1", "id-card", "applicant");
    private static final Document IDENTITY = uploaded("d2", "identity-document", "applicant");

    @Test
    void aNarrowerKindDoesWhereABroaderOneIsWantedAndNeverTheReverse() {
        assertThat(Fit.isWanted(List.of(List.of(ANY_IDENTITY)), CARD)).isTrue();
        assertThat(Fit.isWanted(List.of(List.of(ID_CARD)), IDENTITY)).isFalse();
    }

    @Test
    void anotherHoldersPaperIsAStranger() {
        Document spouses = uploaded("d3", "id-card", "spouse");

        assertThat(Fit.of(List.of(List.of(ID_CARD)), List.of(CARD, spouses)).strangers())
                .containsExactly(1);
    }

    @Test
    void motherAndFatherCountAsParentNeverTheReverse() {
        Wanted ofTheMother = new Wanted("id-card", "mother", List.of("id-card"));

        assertThat(Fit.isWanted(List.of(List.of(OF_A_PARENT)), uploaded("d4", "id-card", "mother")))
                .isTrue();
        assertThat(Fit.isWanted(List.of(List.of(ofTheMother)), uploaded("d5", "id-card", "parent")))
                .isFalse();
    }

    @Test
    void eachGroupNeedsADocumentOfItsOwn() {
        List<List<Wanted>> both = List.of(List.of(ANY_IDENTITY), List.of(ID_CARD));

        assertThat(Fit.of(both, List.of(CARD)).isWhole()).isFalse();
        assertThat(Fit.of(both, List.of(CARD, IDENTITY)).isWhole()).isTrue();
        assertThat(Fit.of(both, List.of(IDENTITY, CARD)).isWhole()).isTrue();
    }

    @Test
    void severalSheetsForOneGroupAreFine() {
        List<Document> bothSides = List.of(CARD, uploaded("d6", "id-card", "applicant"));

        assertThat(Fit.of(List.of(List.of(ID_CARD)), bothSides)).isEqualTo(new Fit(List.of(), true));
    }

    @Test
    void aLineThatNobodyHasReadTakesAnyDocument() {
        assertThat(Fit.of(List.of(), List.of(IDENTITY))).isEqualTo(new Fit(List.of(), true));
        assertThat(Fit.of(List.of(), List.of()).isWhole()).isFalse();
    }
}
