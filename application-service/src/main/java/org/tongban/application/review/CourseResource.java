package org.tongban.application.review;

import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.application.clock.Term;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Course;
import org.tongban.application.intake.Delivery;
import org.tongban.application.intake.Outcome;
import org.tongban.application.intake.Turn;
import org.tongban.application.result.Results;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.LegalZone;
import org.tongban.platform.web.TypedCode;

/** What a department does with a case it has accepted; each step answers the case. */
@RestController
@RequestMapping("/api/application/applications/{code}/cases/{no}")
final class CourseResource {
    private final Reviews reviews;
    private final Results results;
    private final Approval approval;

    CourseResource(Reviews reviews, Results results, Approval approval) {
        this.reviews = reviews;
        this.results = results;
        this.approval = approval;
    }

    /** @param ground a word of 行政许可法 45, or a special procedure that the item names */
    record Suspending(@Nullable String ground, @Nullable Length announced) {
        StaffStep step() {
            new Faults().said("ground", ground).present("announced", announced).refuse();
            String why = Objects.requireNonNull(ground);
            Term length = Objects.requireNonNull(announced).term("/announced");
            return turn -> new Course(turn).suspend(why, length);
        }
    }

    /** @param approver the user name or opaque id of a head of the department, not of who asks */
    record Extending(
            @Nullable Integer n,
            @Nullable String unit,
            @Nullable String reasons,
            @Nullable String approver) {
        StaffStep step(Approval approval) {
            new Faults().said("reasons", reasons).said("approver", approver).refuse();
            Term by = new Length(n, unit).term("");
            String why = Objects.requireNonNull(reasons);
            String named = Objects.requireNonNull(approver);
            return turn -> new Course(turn).extend(by, why, approval.head(turn, named));
        }
    }

    record Deciding(
            @Nullable Outcome outcome,
            @Nullable String reasons,
            @Nullable Granted result) {
        StaffStep step() {
            new Faults().present("outcome", outcome).bounded("reasons", reasons).refuse();
            return outcome == Outcome.REFUSED ? refusal() : grant();
        }

        private StaffStep refusal() {
            Faults faults = new Faults().said("reasons", reasons);
            if (result != null) {
                faults.add("/result", "不予许可的决定没有结果证照。", "A refusal has no result.");
            }
            faults.refuse();
            String why = Objects.requireNonNull(reasons);
            return turn -> new Course(turn).refuse(why);
        }

        private StaffStep grant() {
            Granted granted = result == null ? new Granted(null, null) : result;
            new Faults().bounded("result/number", granted.number()).refuse();
            return turn -> granted(turn, granted);
        }

        private Change<Application> granted(Turn turn, Granted granted) {
            LocalDate until = granted.validUntil();
            if (until != null && until.isBefore(LegalZone.dateOf(turn.at()))) {
                new Faults()
                        .add("/result/validUntil", "有效期不能早于今天。", "validUntil is not before today.")
                        .refuse();
            }
            return new Course(turn).grant(reasons, granted.number(), until);
        }
    }

    /** @param validUntil the last day; null without an end */
    record Granted(@Nullable String number, @Nullable LocalDate validUntil) {}

    record Delivering(Delivery.@Nullable Method method) {
        StaffStep step() {
            new Faults().present("method", method).refuse();
            Delivery.Method how = Objects.requireNonNull(method);
            return turn -> new Course(turn).deliver(how);
        }
    }

    @PostMapping("/suspension")
    ResponseEntity<String> suspend(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Suspending body,
            Command command,
            Caller staff) {
        return step(code, no, command, staff, body.step());
    }

    @PostMapping("/resumption")
    ResponseEntity<String> resume(
            @PathVariable String code, @PathVariable int no, @RequestBody Nothing body, Command command, Caller staff) {
        return step(code, no, command, staff, turn -> new Course(turn).resume());
    }

    @PostMapping("/extension")
    ResponseEntity<String> extend(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Extending body,
            Command command,
            Caller staff) {
        return step(code, no, command, staff, body.step(approval));
    }

    @PostMapping("/decision")
    ResponseEntity<String> decide(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Deciding body,
            Command command,
            Caller staff) {
        TrackingCode parsed = TypedCode.parse(code);
        Answer answer = reviews.step(parsed, no, command, staff, body.step());
        results.issue(parsed);
        return answer.toResponse();
    }

    @PostMapping("/delivery")
    ResponseEntity<String> deliver(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Delivering body,
            Command command,
            Caller staff) {
        return step(code, no, command, staff, body.step());
    }

    private ResponseEntity<String> step(String code, int no, Command command, Caller staff, StaffStep step) {
        return reviews.step(TypedCode.parse(code), no, command, staff, step).toResponse();
    }
}
