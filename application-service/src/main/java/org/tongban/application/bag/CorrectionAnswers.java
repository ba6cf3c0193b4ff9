package org.tongban.application.bag;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.tongban.application.catalog.Line;
import org.tongban.application.document.Documents;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;
import org.tongban.application.review.AnswerRules;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal.Fault;

/** Lets the answer to a correction notice meet a line by the rules of the bag. */
final class CorrectionAnswers implements AnswerRules {
    private final Documents documents;

    CorrectionAnswers(Documents documents) {
        this.documents = documents;
    }

    @Override
    public Requirement met(
            String owner, Requirement line, org.tongban.application.review.Given answer, Instant now, String pointer) {
        Wish wish = new Wish(answer.documentIds(), answer.bringOriginal(), answer.declare(), null, null);
        Line asked = Line.of(line);
        Requirement met =
                Given.met(asked, given(owner, asked, wish, now, pointer).orElse(null), now);
        if (met.state() == State.MISSING || met.state() == State.PRODUCED_BY_CASE) {
            throw new NotAllowed(
                    pointer,
                    "还缺 " + line.rid() + "：" + line.name() + "。",
                    line.rid() + " is still missing something: " + line.name() + ".");
        }
        return met;
    }

    private Optional<Given> given(String owner, Line asked, Wish wish, Instant now, String pointer) {
        try {
            wish.check();
            return Rules.given(item -> false, asked, wish, documents.owned(owner, wish.wantedDocuments()), now);
        } catch (NotAllowed refused) {
            List<Fault> inTheAnswer = refused.faults().stream()
                    .map(fault -> new Fault(pointer + fault.pointer(), fault.said()))
                    .toList();
            throw new NotAllowed(inTheAnswer);
        }
    }
}
