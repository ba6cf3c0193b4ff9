package org.tongban.application.review;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.application.clock.LegalClock;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.CaseView;
import org.tongban.application.intake.Correction;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Stage;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.security.Caller;
import org.tongban.platform.web.TypedCode;

/** The owner's answer to a correction notice, and what was to come later (容缺后补) as it comes. */
@RestController
final class CorrectionResource {
    private final Applications applications;
    private final AnswerRules rules;
    private final LegalClock legal;
    private final Clock clock;

    CorrectionResource(Applications applications, AnswerRules rules, LegalClock legal, Clock clock) {
        this.applications = applications;
        this.rules = rules;
        this.legal = legal;
        this.clock = clock;
    }

    record Answering(@Nullable List<Answered> answers) {}

    /** What is given for one failing line. */
    record Answered(
            @Nullable String rid,
            @Nullable List<String> documentIds,
            @Nullable Boolean bringOriginal,
            @Nullable String declare) {
        Given given() {
            return new Given(documentIds, bringOriginal, declare);
        }
    }

    @PostMapping("/api/application/applications/{code}/cases/{no}/correction")
    ResponseEntity<String> answer(
            @PathVariable String code,
            @PathVariable int no,
            @RequestBody Answering body,
            Command command,
            Caller owner) {
        List<Answered> answers = body.answers() == null ? List.of() : body.answers();
        return applications
                .decide(TypedCode.parse(code), command, stored -> {
                    Application application = stored.state();
                    if (!application.owner().equals(owner.id())) {
                        throw new NotFound();
                    }
                    Case subject = application.caseNo(no).orElseThrow(NotFound::new);
                    Reviews.refuseStale(command, subject);
                    return decided(new Turn(application, subject, owner.id(), clock.instant(), legal), answers);
                })
                .answer(application -> CaseView.of(application.caseNo(no).orElseThrow(NotFound::new)))
                .toResponse();
    }

    private Decision<Application> decided(Turn turn, List<Answered> answers) {
        Desk desk = new Desk(turn);
        List<Requirement> later = desk.later();
        if (!later.isEmpty()) {
            return Reviews.answered(
                    desk.handIn(handedIn(turn, later, answers)), turn.subject().no());
        }
        List<Requirement> lines =
                turn.subject().stage() == Stage.CORRECTION_REQUESTED ? lines(turn, answers) : List.of();
        return Reviews.answered(desk.answerCorrection(lines), turn.subject().no());
    }

    /** Any of the lines that were to come later. */
    private List<Requirement> handedIn(Turn turn, List<Requirement> later, List<Answered> answers) {
        Set<String> open = later.stream().map(Requirement::rid).collect(Collectors.toCollection(TreeSet::new));
        String all = String.join(", ", open);
        Faults faults = new Faults();
        if (answers.isEmpty()) {
            faults.add("/answers", "请补交至少一项：" + all + "。", "Hand in at least one of " + all + ".");
        }
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) == null || !open.remove(answers.get(i).rid())) {
                faults.add(
                        "/answers/" + i + "/rid",
                        "现在只能补交容缺后补的材料，每项一次：" + all + "。",
                        "Only lines that were to come later can be handed in now, each once: " + all + ".");
            }
        }
        faults.refuse();
        return met(turn.application(), answers, turn.at());
    }

    private List<Requirement> lines(Turn turn, List<Answered> answers) {
        Set<String> open = new HashSet<>();
        turn.subject().correction().orElseThrow().failing().stream()
                .map(Correction.Failing::rid)
                .forEach(open::add);
        Faults faults = new Faults();
        for (int i = 0; i < answers.size(); i++) {
            if (answers.get(i) == null || !open.remove(answers.get(i).rid())) {
                faults.add(
                        "/answers/" + i + "/rid",
                        "每项待补正的材料须且只能补正一次。",
                        "Answer each failing line once, and nothing else.");
            }
        }
        open.stream()
                .sorted()
                .forEach(
                        rid -> faults.add("/answers", "材料 " + rid + " 尚未补正。", "The line " + rid + " is not answered."));
        faults.refuse();
        return met(turn.application(), answers, turn.at());
    }

    private List<Requirement> met(Application application, List<Answered> answers, Instant now) {
        List<Requirement> lines = new ArrayList<>();
        for (int i = 0; i < answers.size(); i++) {
            Requirement line = application
                    .requirement(String.valueOf(answers.get(i).rid()))
                    .orElseThrow();
            lines.add(rules.met(application.owner(), line, answers.get(i).given(), now, "/answers/" + i));
        }
        return lines;
    }
}
