package org.tongban.application.review;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.application.clock.Term;
import org.tongban.application.intake.Course;
import org.tongban.application.intake.Delivery;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.NonAcceptance;
import org.tongban.application.intake.Outcome;
import org.tongban.application.intake.TypedCode;
import org.tongban.application.result.Results;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.LegalZone;

/** The steps of a department's staff; each answers the case. */
@RestController
@RequestMapping("/api/application/applications/{code}/cases/{no}")
final class ReviewResource {
    private static final Pattern ARTICLE = Pattern.compile(".*第[零〇一二三四五六七八九十百千0-9]+条.*");

    private final Reviews reviews;
    private final ReceiptNumbers numbers;
    private final Results results;
    private final Clock clock;

    ReviewResource(Reviews reviews, ReceiptNumbers numbers, Results results, Clock clock) {
        this.reviews = reviews;
        this.numbers = numbers;
        this.results = results;
        this.clock = clock;
    }

    record Nothing() {}

    record Refusing(
            NonAcceptance.@Nullable Kind kind,
            @Nullable String reasons,
            @Nullable String rightBody) {}

    record Suspending(@Nullable String ground, @Nullable Length announced) {}

    record Extending(
            @Nullable Integer n,
            @Nullable String unit,
            @Nullable String reasons,
            @Nullable String approver) {}

    record Deciding(
            @Nullable Outcome outcome,
            @Nullable String reasons,
            @Nullable Granted result) {}

    /** @param validUntil the last day; null without an end */
    record Granted(@Nullable String number, @Nullable LocalDate validUntil) {}

    record Delivering(Delivery.@Nullable Method method) {}

    @PostMapping("/claim")
    ResponseEntity<String> claim(
            @PathVariable String code, @PathVariable int no, @RequestBody Nothing body, Command command, Caller staff) {
        return reviews.step(TypedCode.parse(code), no, command, staff, turn -> new Desk(turn).claim())
                .toResponse();
    }

    @PostMapping("/acceptance")
    ResponseEntity<String> accept(
            @PathVariable String code, @PathVariable int no, @RequestBody Nothing body, Command command, Caller staff) {
        return reviews.step(
                        TypedCode.parse(code),
                        no,
                        command,
                        staff,
                        turn -> new Desk(turn)
                                .accept(() ->
                                        numbers.draw(turn.application(), turn.subject(), LegalZone.dateOf(turn.at()))))
                .toResponse();
    }

    @PostMapping("/non-acceptance")
    ResponseEntity<String> notAccept(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Refusing body,
            Command command,
            Caller staff) {
        Faults faults = new Faults().present("kind", body.kind()).said("reasons", body.reasons());
        if (body.kind() == NonAcceptance.Kind.NOT_OURS) {
            faults.said("rightBody", body.rightBody());
        }
        faults.bounded("rightBody", body.rightBody()).refuse();
        return reviews.step(
                        TypedCode.parse(code),
                        no,
                        command,
                        staff,
                        turn -> new Desk(turn).notAccept(body.kind(), body.reasons(), body.rightBody()))
                .toResponse();
    }

    @PostMapping("/correction-notice")
    ResponseEntity<String> notice(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Notice body,
            Command command,
            Caller staff,
            Locale locale) {
        var asked = body.checked();
        return reviews.decide(
                        TypedCode.parse(code), no, command, staff, turn -> Notice.decide(turn, asked, command, locale))
                .toResponse();
    }

    @PostMapping("/suspension")
    ResponseEntity<String> suspend(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Suspending body,
            Command command,
            Caller staff) {
        Faults faults = new Faults().said("ground", body.ground()).present("announced", body.announced());
        faults.refuse();
        if (!Course.GROUNDS.contains(body.ground())
                && !ARTICLE.matcher(body.ground()).matches()) {
            faults.add(
                    "/ground",
                    "暂停须有法定事由：听证、招标、拍卖、检验、检测、检疫、鉴定、专家评审，或写明法律依据的条款。",
                    "A stop has a ground of art. 45 (听证, 招标, 拍卖, 检验, 检测, 检疫, 鉴定, 专家评审) or names the article of another law.");
        }
        faults.refuse();
        Term announced = body.announced().term("/announced");
        return reviews.step(
                        TypedCode.parse(code),
                        no,
                        command,
                        staff,
                        turn -> new Course(turn).suspend(body.ground(), announced))
                .toResponse();
    }

    @PostMapping("/resumption")
    ResponseEntity<String> resume(
            @PathVariable String code, @PathVariable int no, @RequestBody Nothing body, Command command, Caller staff) {
        return reviews.step(TypedCode.parse(code), no, command, staff, turn -> new Course(turn).resume())
                .toResponse();
    }

    @PostMapping("/extension")
    ResponseEntity<String> extend(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Extending body,
            Command command,
            Caller staff) {
        new Faults()
                .said("reasons", body.reasons())
                .said("approver", body.approver())
                .refuse();
        Term by = new Length(body.n(), body.unit()).term("");
        return reviews.step(
                        TypedCode.parse(code),
                        no,
                        command,
                        staff,
                        turn -> new Course(turn).extend(by, body.reasons(), body.approver()))
                .toResponse();
    }

    @PostMapping("/decision")
    ResponseEntity<String> decide(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Deciding body,
            Command command,
            Caller staff) {
        new Faults()
                .present("outcome", body.outcome())
                .bounded("reasons", body.reasons())
                .refuse();
        TrackingCode parsed = TypedCode.parse(code);
        if (body.outcome() == Outcome.REFUSED) {
            return refuse(parsed, no, body, command, staff).toResponse();
        }
        Granted granted = body.result() == null ? new Granted(null, null) : body.result();
        refusePast(granted);
        Answer answer = reviews.step(
                parsed,
                no,
                command,
                staff,
                turn -> new Course(turn).grant(body.reasons(), granted.number(), granted.validUntil()));
        results.issue(parsed);
        return answer.toResponse();
    }

    private Answer refuse(TrackingCode code, int no, Deciding body, Command command, Caller staff) {
        Faults faults = new Faults().said("reasons", body.reasons());
        if (body.result() != null) {
            faults.add("/result", "不予许可的决定没有结果证照。", "A refusal has no result.");
        }
        faults.refuse();
        return reviews.step(code, no, command, staff, turn -> new Course(turn).refuse(body.reasons()));
    }

    private void refusePast(Granted granted) {
        Faults faults = new Faults().bounded("result/number", granted.number());
        LocalDate until = granted.validUntil();
        if (until != null && until.isBefore(LegalZone.dateOf(clock.instant()))) {
            faults.add("/result/validUntil", "有效期不能早于今天。", "validUntil is not before today.");
        }
        faults.refuse();
    }

    @PostMapping("/delivery")
    ResponseEntity<String> deliver(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Delivering body,
            Command command,
            Caller staff) {
        new Faults().present("method", body.method()).refuse();
        return reviews.step(TypedCode.parse(code), no, command, staff, turn -> new Course(turn).deliver(body.method()))
                .toResponse();
    }
}
