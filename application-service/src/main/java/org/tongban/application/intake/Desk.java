package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Limit;
import org.tongban.application.clock.Limits;
import org.tongban.application.clock.StatutoryClock;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotNow;

/** The answers to an application (行政许可法 32), and the applicant's to a correction notice. */
public final class Desk {
    private static final Limit BY_LICENSING_LAW = new Limit(new Term(20, Unit.WORKING_DAY), "行政许可法 第四十二条", null);

    private static final Pattern RID = Pattern.compile("r\\d{1,4}");

    private final Turn turn;

    public Desk(Turn turn) {
        this.turn = turn;
    }

    /** Nobody else may act on the case from now on; claiming one's own again changes nothing. */
    public Change<Application> claim() {
        Case claimed = turn.moved(Step.CLAIM).claimed(turn.by());
        if (turn.by().equals(turn.subject().claimedBy())) {
            return Change.silently(turn.application());
        }
        return turn.took(
                Step.CLAIM, claimed, next -> new ApplicationEvent.CaseClaimed(next.no(), next.stage(), turn.at()));
    }

    /**
     * The clock starts; where the answer comes too late it has started with the receipt.
     *
     * @param numbers draws the department's number for it
     */
    public Change<Application> accept(Supplier<String> numbers) {
        Case moved = turn.moved(Step.ACCEPTANCE);
        Reception reception = moved.receivedCase();
        boolean silent = turn.isSilent();
        Instant from = silent ? reception.receivedAt() : turn.at();
        Acceptance receipt = new Acceptance(numbers.get(), from, silent);
        Limits limits = moved.matter().limits();
        StatutoryClock started = StatutoryClock.started(from, statutory(moved.matter()), limits.promised());
        return turn.took(
                Step.ACCEPTANCE,
                moved.with(reception.with(receipt)).timed(started, turn.clock(), null),
                next -> Telling.accepted(next, receipt, turn.at()));
    }

    private static @Nullable Limit statutory(Matter matter) {
        Limit stated = matter.limits().statutory();
        return stated == null && matter.isLicence() ? BY_LICENSING_LAW : stated;
    }

    /**
     * No licence is needed, or another body is in charge.
     *
     * @throws NotNow also when the case counts as accepted by silence
     */
    public Change<Application> notAccept(NonAcceptance.Kind kind, String reasons, @Nullable String rightBody) {
        Step step = kind == NonAcceptance.Kind.NOT_REQUIRED ? Step.NO_LICENCE_NEEDED : Step.NON_ACCEPTANCE;
        turn.moved(step);
        refuseWhenSilent();
        return refused(step, new NonAcceptance(kind, reasons, rightBody, turn.at(), List.of()));
    }

    private Change<Application> refused(Step step, NonAcceptance refusal) {
        Case moved = turn.moved(step);
        return turn.took(
                step,
                moved.with(moved.receivedCase().with(refusal)),
                next -> new ApplicationEvent.CaseNotAccepted(
                        next.no(), next.stage(), refusal.kind(), refusal.rightBody(), turn.at()));
    }

    /**
     * The applicant did not put right what the notice named, within the time it gave.
     *
     * @param rids lines of the notice
     * @throws NotNow while {@link #overdue()} says so
     * @throws NotAllowed when it names none, or one that the notice did not
     */
    public Change<Application> incomplete(List<String> rids) {
        List<String> named = overdue().rids();
        if (rids.isEmpty() || !named.containsAll(rids)) {
            throw new NotAllowed(
                    "/rids",
                    "请列出补正通知中逾期未补正的材料：" + String.join("、", named) + "。",
                    "Name lines of the notice that were not put right: " + String.join(", ", named) + ".");
        }
        String names = turn.application().requirements().stream()
                .filter(line -> rids.contains(line.rid()))
                .map(Requirement::name)
                .collect(Collectors.joining("、"));
        return refused(
                Step.NON_ACCEPTANCE,
                new NonAcceptance(NonAcceptance.Kind.INCOMPLETE, "逾期未补正：" + names, null, turn.at(), rids));
    }

    /**
     * The notice that was not answered in time; without it nothing is incomplete (行政许可法 32(4), 32(5)).
     *
     * @throws NotNow when none was sent, while it may still be answered, and when it was
     */
    public Correction overdue() {
        turn.moved(Step.NON_ACCEPTANCE);
        refuseWhenSilent();
        Correction notice = turn.subject()
                .correction()
                .orElseThrow(() -> new NotNow(
                        "未曾一次性告知补正，不能以材料不全为由不予受理（行政许可法第三十二条第四项）。",
                        "No correction notice was sent, so the case cannot be called incomplete (art. 32(4))."));
        if (notice.answeredAt() != null) {
            throw new NotNow(
                    "申请人已按要求补正全部材料，应当受理（行政许可法第三十二条第五项）。",
                    "All corrections that were asked for are handed in, so the case has to be accepted (art. 32(5)).");
        }
        LocalDate until = notice.until(turn.clock());
        if (!turn.today().isAfter(until)) {
            throw new NotNow(
                    "申请人可以在 " + until + " 前（含当日）补正，期满后方可不予受理。",
                    "The applicant may answer the notice until " + until + "; only then can the case be refused.");
        }
        return notice;
    }

    /**
     * Whether a correction notice may be sent now.
     *
     * @throws NotNow when one was sent, when five working days are over, or in another stage
     */
    public void mayNotice() {
        turn.moved(Step.CORRECTION_NOTICE);
        if (turn.subject().correction().isPresent()) {
            throw new NotNow("补正只能一次性告知，此办件已经告知过。", "Corrections are asked for once, and they were asked for before.");
        }
        refuseWhenSilent();
    }

    private void refuseWhenSilent() {
        if (turn.isSilent()) {
            throw new NotNow(
                    "逾期未答复，自收到申请之日起即为受理（行政许可法第三十二条）。",
                    "Five working days have passed without an answer: the case counts as accepted since its receipt.");
        }
    }

    /** Whether the department has said that the papers suffice, so that whatever it asks for now is beyond them. */
    public boolean isAccepted() {
        return turn.subject().running() != null && !turn.subject().stage().isFinal();
    }

    /** Why a case that was accepted gets no correction notice. */
    public static NotNow alreadyAccepted() {
        return new NotNow(
                "此办件已受理，不能再要求补正材料；此次要求已被拒绝并记录。",
                "The case was accepted, so nothing more can be asked for; this request was refused and recorded.");
    }

    /** @param failing everything that has to be put right; lines of the frozen list and of this case's item */
    public Change<Application> requestCorrection(List<Correction.Failing> failing) {
        mayNotice();
        Case moved = turn.moved(Step.CORRECTION_NOTICE);
        Correction notice =
                new Correction(failing, turn.at(), null, turn.clock().correctBy(turn.at()));
        return turn.took(
                Step.CORRECTION_NOTICE,
                moved.with(moved.receivedCase().with(notice)),
                next -> new ApplicationEvent.CorrectionRequested(
                        next.no(), next.stage(), notice.rids(), failing.size(), turn.at()));
    }

    /**
     * The department has five working days again, from today on.
     *
     * @param lines all failing lines as the owner now meets them
     */
    public Change<Application> answerCorrection(List<Requirement> lines) {
        Case moved = turn.moved(Step.CORRECTION_ANSWER);
        Correction notice = moved.correction().orElseThrow().answered(turn.at());
        Case back = moved.received(turn.at(), turn.clock());
        Case answered = back.with(back.receivedCase().with(notice));
        Application met = turn.application().met(lines);
        return new Turn(met, turn.subject(), turn.by(), turn.at(), turn.clock())
                .took(Step.CORRECTION_ANSWER, answered, next -> answered(met, next, lines));
    }

    /** The lines that the owner may hand in now because they were to come later; none where the stage takes none. */
    public List<Requirement> later() {
        boolean takes = Step.HAND_IN.from(turn.subject().stage()).isPresent();
        return takes ? turn.application().later(turn.subject()) : List.of();
    }

    /**
     * What was to come later is there; the case goes on as it did.
     *
     * @param lines some of {@link #later()} as the owner now meets them
     */
    public Change<Application> handIn(List<Requirement> lines) {
        Case moved = turn.moved(Step.HAND_IN);
        Application met = turn.application().met(lines);
        Change<Application> taken = new Turn(met, turn.subject(), turn.by(), turn.at(), turn.clock())
                .took(Step.HAND_IN, moved, next -> answered(met, next, lines));
        return new Change<>(taken.next().arrivedSince(turn.application(), turn.at(), turn.clock()), taken.events());
    }

    private ApplicationEvent answered(Application met, Case next, List<Requirement> lines) {
        Stream<Requirement> coming = lines.stream().filter(line -> line.state() == Requirement.State.BRING_ORIGINAL);
        return new ApplicationEvent.CorrectionAnswered(
                next.no(),
                next.stage(),
                lines.stream().map(Requirement::rid).toList(),
                Telling.expected(met, coming),
                turn.at());
    }

    /** Whether the frozen list asks for that line with this case's item. */
    public boolean isOnList(String rid) {
        return isOnList(turn.application(), turn.subject(), rid);
    }

    /** Whether the frozen list asks for it with this case's item. */
    public static boolean isOnList(Application application, Case subject, String rid) {
        return application
                .requirement(rid)
                .filter(line -> line.isFor(subject.matter().item()))
                .isPresent();
    }

    /**
     * Nothing changes but that it is told (优化营商环境条例: nothing beyond the guide).
     *
     * @param rids what was asked for by number; what does not look like one is only counted, it may say anything
     * @param named how many new things were asked for by name
     */
    public Change<Application> refuseBeyondList(List<String> rids, int named) {
        Case subject = turn.subject();
        List<String> numbers =
                rids.stream().filter(rid -> RID.matcher(rid).matches()).toList();
        int others = named + rids.size() - numbers.size();
        return Change.telling(
                turn.application(),
                new ApplicationEvent.RequestBeyondListRefused(
                        subject.no(), subject.stage(), subject.matter().department(), numbers, others, turn.at()));
    }
}
