package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.tongban.application.document.DocumentSamples.kept;

import java.time.Clock;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.application.document.Documents;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;
import org.tongban.application.review.Given;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;

/** The answer to a correction notice goes by the rules of the bag. */
final class CorrectionAnswersTest {
    private final TestStore store = TestStore.open();
    private final Documents documents = new Documents(store.database(), Clock.systemUTC());
    private final CorrectionAnswers answers = new CorrectionAnswers(documents);
    private final List<Requirement> lines =
            BagSamples.full().freeze(BagSamples.NOW).submission().requirements();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void documentsOfTheOwnerMeetTheLine() {
        kept(documents, "d1", "id-card", "applicant");

        Requirement met = answers.met(
                "citizen1", lines.get(1), new Given(List.of("d1"), null, null), BagSamples.NOW, "/answers/0");

        assertThat(met.state()).isEqualTo(State.PROVIDED);
        assertThat(met.documentIds()).containsExactly("d1");
    }

    @Test
    void faultsPointIntoTheAnswer() {
        kept(documents, "d1", "id-card", "applicant");
        Given another = new Given(List.of("d1"), null, null);

        assertThat(pointer("citizen2", lines.get(1), another)).isEqualTo("/answers/0/documentIds/0");
        assertThat(pointer("citizen1", lines.get(1), new Given(null, null, "声明")))
                .isEqualTo("/answers/0/declare");
    }

    @Test
    void anAnswerThatLeavesSomethingMissingIsRefused() {
        kept(documents, "d2", "emergency-plan", "premises");

        assertThat(pointer("citizen1", lines.get(8), new Given(List.of("d2"), null, null)))
                .isEqualTo("/answers/0");
        assertThat(pointer("citizen1", lines.get(8), new Given(null, null, null)))
                .isEqualTo("/answers/0");
    }

    @Test
    void theOriginalMayComeToTheCounter() {
        Requirement met =
                answers.met("citizen1", lines.get(4), new Given(null, true, null), BagSamples.NOW, "/answers/0");

        assertThat(met.state()).isEqualTo(State.BRING_ORIGINAL);
    }

    private String pointer(String owner, Requirement line, Given given) {
        Refusal refused = catchThrowableOfType(
                NotAllowed.class, () -> answers.met(owner, line, given, BagSamples.NOW, "/answers/0"));
        return refused.faults().get(0).pointer();
    }
}
