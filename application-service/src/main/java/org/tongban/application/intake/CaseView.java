package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Stop;

/**
 * A case as its owner and its department see it.
 *
 * @param version its ETag
 * @param due null before acceptance
 * @param answerBy the last day for the department's answer
 * @param remedies what one can do against a decision that refuses or does not take the case (行政许可法 38)
 * @param because the case whose end took this one along
 */
public record CaseView(
        int caseNo,
        String item,
        String name,
        String department,
        Stage stage,
        List<Integer> after,
        ApplicationEvent.@Nullable Due due,
        @Nullable Outcome outcome,
        long version,
        @Nullable Instant receivedAt,
        @Nullable LocalDate answerBy,
        @Nullable String receiptNo,
        @Nullable Instant acceptedAt,
        @Nullable Boolean bySilence,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        @Nullable Correction correction,
        @Nullable NonAcceptance nonAcceptance,
        @Nullable Suspended suspension,
        @Nullable Extended extension,
        @Nullable Verdict decision,
        List<Result> results,
        @Nullable Delivery delivery,
        @Nullable String remedies,
        @Nullable Integer because) {
    /** 行政复议法 20, 行政诉讼法 46. */
    private static final String REMEDIES = "如不服本决定，可以自知道之日起六十日内申请行政复议，或者六个月内提起行政诉讼。";

    /** The stop that lasts. */
    public record Suspended(LocalDate from, String ground, ApplicationEvent.Length announced) {
        static Suspended of(Stop stop) {
            return new Suspended(stop.from(), stop.ground(), ApplicationEvent.Length.of(stop.announced()));
        }
    }

    /** The extension as the applicant is told. */
    public record Extended(int n, String unit, String reasons, Instant at) {
        static Extended of(Extension extension) {
            return new Extended(extension.by().n(), extension.by().unit().word(), extension.reasons(), extension.at());
        }
    }

    public static CaseView of(Case shown) {
        Matter matter = shown.matter();
        Reception reception = shown.reception();
        Acceptance receipt = reception == null ? null : reception.acceptance();
        Running running = shown.running();
        Ending ending = shown.ending();
        return new CaseView(
                shown.no(),
                matter.item(),
                matter.name(),
                matter.department(),
                shown.stage(),
                shown.after(),
                running == null ? null : ApplicationEvent.Due.of(running.deadlines()),
                shown.outcome(),
                shown.version(),
                reception == null ? null : reception.receivedAt(),
                reception == null ? null : reception.answerBy(),
                receipt == null ? null : receipt.receiptNo(),
                receipt == null ? null : receipt.acceptedAt(),
                receipt == null ? null : receipt.bySilence(),
                running == null ? null : running.deadlines().yellowOn(),
                running == null ? null : running.deadlines().redOn(),
                reception == null ? null : reception.correction(),
                reception == null ? null : reception.refusal(),
                running == null
                        ? null
                        : running.clock().lasting().map(Suspended::of).orElse(null),
                running == null || running.extension() == null ? null : Extended.of(running.extension()),
                ending == null ? null : ending.verdict(),
                ending == null ? List.of() : ending.results(),
                ending == null ? null : ending.delivery(),
                isAgainst(shown) ? REMEDIES : null,
                ending == null ? null : ending.because());
    }

    private static boolean isAgainst(Case shown) {
        return shown.outcome() == Outcome.REFUSED || shown.stage() == Stage.NOT_ACCEPTED;
    }
}
