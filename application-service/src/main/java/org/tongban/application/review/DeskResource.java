package org.tongban.application.review;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
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
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
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

    /**
     * @param rightBody who is in charge; must be named where we are not
     * @param rids what was not put right, where the case is incomplete: the list's lines speak, and no words beside them
     */
    record Refusing(
            NonAcceptance.@Nullable Kind kind,
            @Nullable String reasons,
            @Nullable String rightBody,
            @Nullable List<String> rids) {
        private static final int MOST_RIDS = 200;

        Function<Turn, Decision<Application>> step() {
            return kind == NonAcceptance.Kind.INCOMPLETE ? incomplete() : otherwise();
        }

        Demand demand() {
            List<Demand.Piece> pieces = new ArrayList<>();
            for (String rid : named()) {
                pieces.add(new Demand.Piece("/rids/" + pieces.size(), rid));
            }
            return new Demand(pieces);
        }

        private List<String> named() {
            return rids == null ? List.of() : rids.stream().map(String::valueOf).toList();
        }

        private Function<Turn, Decision<Application>> incomplete() {
            Faults faults = new Faults().bounded("reasons", reasons).bounded("rightBody", rightBody);
            if (named().size() > MOST_RIDS) {
                faults.add("/rids", "rids 不超过 200 项。", "rids has up to 200 lines.");
            }
            faults.refuse();
            return turn -> {
                Desk desk = new Desk(turn);
                Optional<BeyondList> beyond = demand().beyond(desk::isOnList);
                if (beyond.isPresent()) {
                    return demand().refused(desk, beyond.get());
                }
                desk.overdue();
                if (reasons != null && !reasons.isBlank()) {
                    new Faults()
                            .add(
                                    "/reasons",
                                    "材料不全只能以 rids 指明清单中的材料，不另写理由。",
                                    "What is incomplete is named by rids of the list, not in words.")
                            .refuse();
                }
                return Reviews.answered(desk.incomplete(named()), turn.subject().no());
            };
        }

        private Function<Turn, Decision<Application>> otherwise() {
            Faults faults = new Faults().present("kind", kind).said("reasons", reasons);
            if (rids != null) {
                faults.add("/rids", "rids 只用于材料不全。", "rids are for what is incomplete.");
            }
            if (kind == NonAcceptance.Kind.NOT_OURS) {
                faults.said("rightBody", rightBody);
            } else {
                faults.bounded("rightBody", rightBody);
            }
            faults.refuse();
            NonAcceptance.Kind why = Objects.requireNonNull(kind);
            String words = Objects.requireNonNull(reasons);
            return turn -> Reviews.answered(
                    new Desk(turn).notAccept(why, words, rightBody),
                    turn.subject().no());
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
        return reviews.decide(TypedCode.parse(code), no, command, staff, body.step())
                .answer(application -> shown(application, no, staff, body.demand()))
                .toResponse();
    }

    /** The case; or, for a demand beyond its list, the refusal that it met with. */
    private static CaseView shown(Application application, int no, Caller staff, Demand demand) {
        Case subject = Reviews.onDesk(application, no, staff);
        demand.beyond(rid -> Desk.isOnList(application, subject, rid)).ifPresent(refusal -> {
            throw refusal;
        });
        return CaseView.of(subject);
    }

    @PostMapping("/correction-notice")
    ResponseEntity<String> notice(
            @PathVariable String code, @PathVariable int no, @RequestBody Notice body, Command command, Caller staff) {
        List<Notice.Asked> asked = body.checked();
        Decided<Application> decided =
                reviews.decide(TypedCode.parse(code), no, command, staff, turn -> Notice.decide(turn, asked));
        return decided.answer(application -> {
                    CaseView shown = shown(application, no, staff, Notice.demand(asked));
                    if (decided.result().status() != HttpStatus.OK.value()) {
                        throw Desk.alreadyAccepted();
                    }
                    return shown;
                })
                .toResponse();
    }
}
