package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Deadlines;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.clock.Light;
import org.tongban.application.clock.StatutoryClock;
import org.tongban.application.clock.Stop;
import org.tongban.platform.problem.NotNow;

/**
 * One item of an application on its way through one department.
 *
 * @param no from 1, in case order
 * @param version counts its own changes; its ETag
 * @param after the numbers of the cases it waits for
 * @param claimedBy the staff member who has it; null if nobody has
 * @param reception null while it waits
 * @param running null before acceptance
 * @param ending null before the end
 */
public record Case(
        int no,
        long version,
        Matter matter,
        List<Integer> after,
        Stage stage,
        @Nullable String claimedBy,
        @Nullable Reception reception,
        @Nullable Running running,
        @Nullable Ending ending) {
    public Case {
        after = List.copyOf(after);
    }

    static Case begun(int no, Matter matter, List<Integer> after, Instant at, LegalClock clock) {
        Case waiting = new Case(no, 1, matter, after, Stage.WAITING, null, null, null, null);
        return after.isEmpty() ? waiting.at(Stage.SUBMITTED).received(at, clock) : waiting;
    }

    /** GRANTED or REFUSED once it is decided. */
    public @Nullable Outcome outcome() {
        return verdict().map(Verdict::outcome).orElse(null);
    }

    public Optional<Verdict> verdict() {
        return Optional.ofNullable(ending).flatMap(end -> Optional.ofNullable(end.verdict()));
    }

    public Optional<Correction> correction() {
        return Optional.ofNullable(reception).flatMap(received -> Optional.ofNullable(received.correction()));
    }

    public Optional<Deadlines> deadlines() {
        return Optional.ofNullable(running).map(Running::deadlines);
    }

    /** The light of a running case; that of a suspended one stays as it was when it stopped. */
    public @Nullable Light light(LocalDate today) {
        if (running == null || stage.isFinal()) {
            return null;
        }
        LocalDate seen = running.clock().lasting().map(Stop::from).orElse(today);
        return running.deadlines().light(seen);
    }

    boolean isGranted() {
        return outcome() == Outcome.GRANTED;
    }

    /** Whether the law on licences counts the days in which the department has to answer (行政许可法 32). */
    boolean isWithinAnswer() {
        return stage == Stage.SUBMITTED && matter.isLicence();
    }

    boolean isSilentOn(LocalDate today) {
        return isWithinAnswer() && receivedCase().isSilentOn(today);
    }

    Reception receivedCase() {
        return Objects.requireNonNull(reception, "a case on the desk was received");
    }

    Running runningCase() {
        return Objects.requireNonNull(running, "an accepted case has a clock");
    }

    Ending endedCase() {
        return Objects.requireNonNull(ending, "a decided case has an ending");
    }

    /** @throws NotNow when the table of steps says no */
    Case moved(Step step) {
        return at(step.from(stage).orElseThrow(() -> WrongStep.from(no, stage, step)));
    }

    private Case at(Stage next) {
        return new Case(no, version, matter, after, next, claimedBy, reception, running, ending);
    }

    /** The first of its papers came, and not before it was sent. */
    Case arrived(Instant at, LegalClock clock) {
        Instant sent = receivedCase().receivedAt();
        return received(at.isAfter(sent) ? at : sent, clock);
    }

    /** The department has it now, with five working days to answer. */
    Case received(Instant at, LegalClock clock) {
        Correction sent = reception == null ? null : reception.correction();
        return with(new Reception(at, clock.answerBy(at), sent, null, null));
    }

    Case claimed(String staff) {
        return new Case(no, version, matter, after, stage, staff, reception, running, ending);
    }

    Case with(Reception received) {
        return new Case(no, version, matter, after, stage, claimedBy, received, running, ending);
    }

    Case timed(StatutoryClock time, LegalClock clock, @Nullable Extension extension) {
        return new Case(
                no,
                version,
                matter,
                after,
                stage,
                claimedBy,
                reception,
                new Running(time, clock.deadlines(time), extension),
                ending);
    }

    Case ended(Ending end) {
        return new Case(no, version, matter, after, stage, claimedBy, reception, running, end);
    }

    /** The next version of it. */
    Case next() {
        return new Case(no, version + 1, matter, after, stage, claimedBy, reception, running, ending);
    }
}
