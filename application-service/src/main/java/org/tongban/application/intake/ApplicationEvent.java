package org.tongban.application.intake;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Deadlines;
import org.tongban.application.clock.Term;
import org.tongban.platform.event.DomainEvent;

/** What an application tells. Each event of a case has its number and the resulting stage. */
public sealed interface ApplicationEvent extends DomainEvent {

    /** The due dates as consumers show them. */
    record Due(@Nullable LocalDate statutory, @Nullable LocalDate promised, boolean provisional) {
        static Due of(Deadlines deadlines) {
            return new Due(deadlines.statutory(), deadlines.promised(), deadlines.provisional());
        }
    }

    /** A case as it begins. */
    record Opened(int caseNo, String item, String name, String department, Stage stage, List<Integer> after) {}

    /** A paper original that is to come to the counter, and the cases it is for. */
    record Expected(
            String rid,
            String name,
            @Nullable Integer originals,
            @Nullable Integer copies,
            List<Integer> cases) {}

    /** A length of time in the data's words: {@code 10 工作日}. */
    record Length(int n, String unit) {
        static Length of(Term term) {
            return new Length(term.n(), term.unit().word());
        }
    }

    /** @param owner the applicant's opaque id */
    record Submitted(
            String owner,
            String listNo,
            Division division,
            String applicant,
            List<Opened> cases,
            List<Expected> expected,
            Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return "application.submitted.v1";
        }
    }

    /** A waiting case whose predecessors are all granted. */
    record CaseSubmitted(int caseNo, Stage stage, List<Integer> after, Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return Step.RELEASE.tells();
        }
    }

    /** @param because the case whose end took this one along */
    record CaseTerminated(int caseNo, Stage stage, int because, Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return Step.TERMINATION.tells();
        }
    }

    record CaseClaimed(int caseNo, Stage stage, Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return Step.CLAIM.tells();
        }
    }

    /**
     * @param acceptedAt from when the clock runs; the receipt of the application where silence accepted it
     * @param bySilence whether nobody answered within five working days (行政许可法 32(4))
     */
    record CaseAccepted(
            int caseNo,
            Stage stage,
            String receiptNo,
            Instant acceptedAt,
            boolean bySilence,
            Due due,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.ACCEPTANCE.tells();
        }
    }

    /** @param rightBody who is in charge instead, where that is the reason */
    record CaseNotAccepted(
            int caseNo,
            Stage stage,
            NonAcceptance.Kind kind,
            @Nullable String rightBody,
            Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return Step.NON_ACCEPTANCE.tells();
        }
    }

    /** @param rids the failing lines of the frozen list; why they fail is for the owner alone */
    record CorrectionRequested(int caseNo, Stage stage, List<String> rids, int count, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.CORRECTION_NOTICE.tells();
        }
    }

    /** @param expected the originals that now come to the counter */
    record CorrectionAnswered(int caseNo, Stage stage, List<String> rids, List<Expected> expected, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.CORRECTION_ANSWER.tells();
        }
    }

    /** @param ground a word of 行政许可法 45, or a special procedure that the item's guide names */
    record CaseSuspended(int caseNo, Stage stage, String ground, Length announced, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.SUSPENSION.tells();
        }
    }

    record CaseResumed(
            int caseNo,
            Stage stage,
            Due due,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return Step.RESUMPTION.tells();
        }
    }

    record CaseExtended(
            int caseNo,
            Stage stage,
            Length by,
            Due due,
            @Nullable LocalDate yellowOn,
            @Nullable LocalDate redOn,
            Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.EXTENSION.tells();
        }
    }

    /** @param results the kinds of documents that came of it */
    record CaseDecided(int caseNo, Stage stage, Outcome outcome, List<ResultKind> results, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.GRANT.tells();
        }
    }

    record ResultDelivered(int caseNo, Stage stage, Outcome outcome, Delivery.Method method, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return Step.DELIVERY.tells();
        }
    }

    record Withdrawn(int caseNo, Stage stage, Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return Step.WITHDRAWAL.tells();
        }
    }

    /**
     * Somebody asked for what is not on the frozen list; refused, and told.
     *
     * @param rids what was asked for by number
     * @param named how many new things were asked for by name
     */
    record RequestBeyondListRefused(
            int caseNo, Stage stage, String department, List<String> rids, int named, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return "application.request-beyond-list-refused.v1";
        }
    }

    /** @param settles the scans whose disputes are no more */
    record CustodyChanged(String rid, Custody custody, String scanId, List<String> settles, Instant at)
            implements ApplicationEvent {
        @Override
        public String type() {
            return "application.custody-changed.v1";
        }
    }

    record ScanDisputed(String scanId, String rid, ScanDispute reason, Instant at) implements ApplicationEvent {
        @Override
        public String type() {
            return "application.scan-disputed.v1";
        }
    }
}
