package org.tongban.application.review;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.CaseView;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.NonAcceptance;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.LegalZone;
import org.tongban.platform.web.TypedCode;

/** How a department answers an application; each step answers the case. */
@RestController
@RequestMapping("/api/application/applications/{code}/cases/{no}")
final class DeskResource {
    private final Reviews reviews;
    private final ReceiptNumbers numbers;

    DeskResource(Reviews reviews, ReceiptNumbers numbers) {
        this.reviews = reviews;
        this.numbers = numbers;
    }

    /** @param rightBody who is in charge; must be named where we are not */
    record Refusing(
            NonAcceptance.@Nullable Kind kind,
            @Nullable String reasons,
            @Nullable String rightBody) {
        StaffStep step() {
            Faults faults = new Faults().present("kind", kind).said("reasons", reasons);
            if (kind == NonAcceptance.Kind.NOT_OURS) {
                faults.said("rightBody", rightBody);
            } else {
                faults.bounded("rightBody", rightBody);
            }
            faults.refuse();
            NonAcceptance.Kind why = Objects.requireNonNull(kind);
            String words = Objects.requireNonNull(reasons);
            return turn -> new Desk(turn).notAccept(why, words, rightBody);
        }
    }

    @PostMapping("/claim")
    ResponseEntity<String> claim(
            @PathVariable String code, @PathVariable int no, @RequestBody Nothing body, Command command, Caller staff) {
        return reviews.step(TypedCode.parse(code), no, command, staff, turn -> new Desk(turn).claim())
                .toResponse();
    }

    @PostMapping("/acceptance")
    ResponseEntity<String> accept(
            @PathVariable String code, @PathVariable int no, @RequestBody Nothing body, Command command, Caller staff) {
        return reviews.step(TypedCode.parse(code), no, command, staff, this::accepted)
                .toResponse();
    }

    private Change<Application> accepted(Turn turn) {
        return new Desk(turn)
                .accept(() -> numbers.draw(turn.application(), turn.subject(), LegalZone.dateOf(turn.at())));
    }

    @PostMapping("/non-acceptance")
    ResponseEntity<String> notAccept(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Refusing body,
            Command command,
            Caller staff) {
        return reviews.step(TypedCode.parse(code), no, command, staff, body.step())
                .toResponse();
    }

    @PostMapping("/correction-notice")
    ResponseEntity<String> notice(
            @PathVariable String code, @PathVariable int no, @RequestBody Notice body, Command command, Caller staff) {
        List<Notice.Asked> asked = body.checked();
        return reviews.decide(TypedCode.parse(code), no, command, staff, turn -> Notice.decide(turn, asked))
                .answer(application -> {
                    Case subject = Reviews.onDesk(application, no, staff);
                    BeyondList refusal = Notice.beyondList(rid -> Desk.isOnList(application, subject, rid), asked);
                    if (refusal != null) {
                        throw refusal;
                    }
                    return CaseView.of(subject);
                })
                .toResponse();
    }
}
