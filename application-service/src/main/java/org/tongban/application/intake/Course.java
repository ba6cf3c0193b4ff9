package org.tongban.application.intake;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Deadlines;
import org.tongban.application.clock.Limit;
import org.tongban.application.clock.Procedure;
import org.tongban.application.clock.StatutoryClock;
import org.tongban.application.clock.StopGround;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.Sha256;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotNow;

/** What becomes of an accepted case: stops, one extension, the decision, the delivery. */
public final class Course {
    /** Each stop has a ground in law; a case that has met all of them several times over is not going anywhere. */
    static final int MOST_STOPS = 40;

    private static final Term BY_LICENSING_LAW = new Term(10, Unit.WORKING_DAY);

    private final Turn turn;

    public Course(Turn turn) {
        this.turn = turn;
    }

    /**
     * For what the law or the item's own guide does not count, and no longer than that takes.
     *
     * @throws NotAllowed for any other ground, and beyond that length
     */
    public Change<Application> suspend(String ground, Term announced) {
        StopGround known = ground(ground);
        Case moved = turn.moved(Step.SUSPENSION);
        if (!known.allows(announced, turn.at(), turn.clock().calendar())) {
            String most = known.most().n() + " " + known.most().unit().word();
            throw new NotAllowed(
                    "/announced",
                    ground + "最多可告知 " + most + "。",
                    "A stop for " + ground + " is announced for " + most + " at most.");
        }
        Running running = moved.runningCase();
        if (running.clock().stops().size() >= MOST_STOPS) {
            throw new NotNow(
                    "此办件已暂停 " + MOST_STOPS + " 次，不能再暂停，请作出决定。",
                    "This case was suspended " + MOST_STOPS + " times and cannot be again; decide it.");
        }
        StatutoryClock stopped = running.clock().stopped(turn.today(), ground, announced);
        return turn.took(
                Step.SUSPENSION,
                moved.timed(stopped, turn.clock(), running.extension()),
                next -> new ApplicationEvent.CaseSuspended(
                        next.no(), next.stage(), ground, ApplicationEvent.Length.of(announced), turn.at()));
    }

    private StopGround ground(String name) {
        List<Procedure> own = turn.subject().matter().procedures();
        return StopGround.of(name, own).orElseThrow(() -> {
            String others = own.stream().map(each -> "、" + each.name()).collect(Collectors.joining());
            return new NotAllowed(
                    "/ground",
                    "暂停须有法定事由或本事项办事指南载明的特别程序：听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审" + others + "。",
                    "A stop has a ground of art. 45, or is a special procedure that the item's guide names: "
                            + "听证, 招标, 拍卖, 检验, 检测, 检疫, 鉴定, 专家评审" + others.replace("、", ", ") + ".");
        });
    }

    public Change<Application> resume() {
        Case moved = turn.moved(Step.RESUMPTION);
        Running running = moved.runningCase();
        return turn.took(
                Step.RESUMPTION,
                moved.timed(running.clock().resumed(turn.today()), turn.clock(), running.extension()),
                next -> resumed(next, next.runningCase().deadlines()));
    }

    private ApplicationEvent resumed(Case next, Deadlines dates) {
        return new ApplicationEvent.CaseResumed(
                next.no(), next.stage(), ApplicationEvent.Due.of(dates), dates.yellowOn(), dates.redOn(), turn.at());
    }

    /**
     * Once, and no longer than the law lets (行政许可法 42(1)).
     *
     * @throws NotNow the second time, when nothing limits the case, and when the limit is past: what is late stays late
     * @param approver the opaque id of the head who approved it
     * @throws NotAllowed beyond the legal maximum, and when it is one's own approval
     */
    public Change<Application> extend(Term by, String reasons, String approver) {
        Case moved = turn.moved(Step.EXTENSION);
        if (approver.equals(turn.by())) {
            throw new NotAllowed(
                    "/approver",
                    "延期须由他人批准，不能自己批准自己的申请。",
                    "An extension is approved by another person, not by who asks for it.");
        }
        Running running = moved.runningCase();
        if (running.extension() != null) {
            throw new NotNow("期限只能延长一次。", "A limit is extended once, and this one was.");
        }
        if (!running.clock().isLimited()) {
            throw new NotNow("此办件没有办理期限，无需延长。", "Nothing limits this case, so there is nothing to extend.");
        }
        refuseWhenLate(running.deadlines());
        StatutoryClock longer = running.clock().extended(by);
        refuseBeyondMaximum(moved.matter(), running.clock(), longer);
        return turn.took(
                Step.EXTENSION,
                moved.timed(longer, turn.clock(), new Extension(by, reasons, approver, turn.at())),
                next -> extended(next, by, next.runningCase().deadlines()));
    }

    private void refuseWhenLate(Deadlines dates) {
        LocalDate due = dates.first();
        if (due != null && turn.today().isAfter(due)) {
            throw new NotNow(
                    "办理期限已于 " + due + " 届满，延期须在届满前批准。",
                    "The limit ended on " + due + "; an extension has to be approved before that.");
        }
    }

    private void refuseBeyondMaximum(Matter matter, StatutoryClock before, StatutoryClock longer) {
        Limit stated = matter.limits().extension();
        Term most = stated != null ? stated.term() : matter.isLicence() ? BY_LICENSING_LAW : null;
        LocalDate latest = most == null
                ? null
                : turn.clock().deadlines(before.extended(most)).first();
        LocalDate wanted = turn.clock().deadlines(longer).first();
        if (latest == null || wanted == null || wanted.isAfter(latest)) {
            String words = most == null ? "0" : most.n() + " " + most.unit().word();
            throw new NotAllowed(
                    "/n", "依法最多延长 " + words + "。", "The law lets it be extended by " + words + " at most.");
        }
    }

    private ApplicationEvent extended(Case next, Term by, Deadlines dates) {
        return new ApplicationEvent.CaseExtended(
                next.no(),
                next.stage(),
                ApplicationEvent.Length.of(by),
                ApplicationEvent.Due.of(dates),
                dates.yellowOn(),
                dates.redOn(),
                turn.at());
    }

    /**
     * The document that decides the case; what it grants becomes the owner's in the same write.
     *
     * @param number the document number of what is granted; the receipt's where the department has no other
     * @throws NotNow while a paper that was to come later is missing: acceptance can do without it, a licence cannot
     */
    public Change<Application> grant(
            @Nullable String reasons, @Nullable String number, @Nullable LocalDate validUntil) {
        Case moved = turn.moved(Step.GRANT);
        refuseWhileLater();
        Acceptance receipt = moved.receivedCase().acceptance();
        String named = number != null || receipt == null ? number : receipt.receiptNo();
        List<Result> results = moved.matter().resultKinds().stream()
                .map(kind -> new Result(documentId(moved, kind), kind.kind(), kind.holder()))
                .toList();
        Application fed = turn.application().met(fed(moved.matter().item(), results));
        Verdict verdict = new Verdict(
                Outcome.GRANTED,
                reasons,
                turn.at(),
                named,
                validUntil,
                turn.clock().deliverBy(turn.at()));
        return new Turn(
                        results.isEmpty() ? fed : fed.issuing(turn.at()),
                        turn.subject(),
                        turn.by(),
                        turn.at(),
                        turn.clock())
                .took(
                        Step.GRANT,
                        moved.ended(Ending.decided(verdict, results)),
                        next -> decided(next, Outcome.GRANTED));
    }

    private void refuseWhileLater() {
        List<Requirement> later = turn.application().later(turn.subject());
        if (!later.isEmpty()) {
            String zh = named(later, "、");
            String en = named(later, ", ");
            throw new NotNow(
                    "容缺后补的材料尚未补交，不能准予：" + zh + "。",
                    "Papers that were to come later are still missing, so this case cannot be granted: " + en + ".");
        }
    }

    private static String named(List<Requirement> lines, String comma) {
        return lines.stream().map(line -> line.rid() + " " + line.name()).collect(Collectors.joining(comma));
    }

    private String documentId(Case granted, ResultKind kind) {
        String name = turn.application().code().value() + "/" + granted.no() + "/" + kind.kind();
        return Sha256.hex(name.getBytes(StandardCharsets.UTF_8));
    }

    /** The lines that wait for this item's result, with the documents that meet them beside what the owner gave. */
    private List<Requirement> fed(String item, List<Result> results) {
        return turn.application().requirements().stream()
                .filter(line -> line.isSatisfiedBy(item))
                .map(line -> line.met(line.state(), fed(line, results), line.declaration()))
                .toList();
    }

    private static List<String> fed(Requirement line, List<Result> results) {
        Stream<String> fresh = results.stream()
                .filter(result -> line.wants(result.kind(), result.holder()))
                .map(Result::documentId);
        return Stream.concat(line.documentIds().stream(), fresh).distinct().toList();
    }

    /** @param reasons with the right to reconsideration and suit (行政许可法 38) */
    public Change<Application> refuse(String reasons) {
        Verdict verdict = new Verdict(
                Outcome.REFUSED, reasons, turn.at(), null, null, turn.clock().deliverBy(turn.at()));
        return turn.took(
                Step.REFUSAL,
                turn.moved(Step.REFUSAL).ended(Ending.decided(verdict, List.of())),
                next -> decided(next, Outcome.REFUSED));
    }

    private ApplicationEvent decided(Case next, Outcome outcome) {
        List<ResultKind> kinds = next.endedCase().results().stream()
                .map(result -> new ResultKind(result.kind(), result.holder()))
                .toList();
        return new ApplicationEvent.CaseDecided(next.no(), next.stage(), outcome, kinds, turn.at());
    }

    public Change<Application> deliver(Delivery.Method method) {
        Case moved = turn.moved(Step.DELIVERY);
        Outcome outcome = moved.verdict().orElseThrow().outcome();
        return turn.took(
                Step.DELIVERY,
                moved.ended(moved.endedCase().delivered(new Delivery(method, turn.at()))),
                next -> new ApplicationEvent.ResultDelivered(next.no(), next.stage(), outcome, method, turn.at()));
    }
}
