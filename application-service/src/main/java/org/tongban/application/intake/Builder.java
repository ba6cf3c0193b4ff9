package org.tongban.application.intake;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The next state of an application: the last one with some parts replaced. */
final class Builder {
    private final Application last;
    private List<Requirement> requirements;
    private List<Case> cases;
    private List<Piece> pieces;
    private @Nullable Withdrawal withdrawal;
    private List<Taken> taken;
    private @Nullable Instant issuing;

    Builder(Application last) {
        this.last = last;
        this.requirements = last.requirements();
        this.cases = last.cases();
        this.pieces = last.pieces();
        this.withdrawal = last.withdrawal();
        this.taken = last.taken();
        this.issuing = last.issuing();
    }

    Builder requirements(List<Requirement> lines) {
        requirements = lines;
        return this;
    }

    Builder cases(List<Case> all) {
        cases = all;
        return this;
    }

    Builder pieces(List<Piece> all) {
        pieces = all;
        return this;
    }

    Builder withdrawal(Withdrawal back) {
        withdrawal = back;
        return this;
    }

    Builder taken(List<Taken> steps) {
        taken = steps;
        return this;
    }

    Builder issuing(@Nullable Instant since) {
        issuing = since;
        return this;
    }

    Application build() {
        return new Application(
                last.code(),
                last.owner(),
                last.listNo(),
                last.division(),
                last.applicant(),
                last.submittedAt(),
                requirements,
                cases,
                pieces,
                withdrawal,
                taken,
                issuing,
                last.queues(),
                last.place(),
                last.silentAfter());
    }
}
