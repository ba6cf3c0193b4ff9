package org.tongban.application.intake;

import java.time.Clock;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.StaleVersion;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;
import org.tongban.platform.web.TypedCode;

/** Applications for those who sent them in, and for the departments that work on them. */
@RestController
@RequestMapping("/api/application/applications")
final class ApplicationResource {
    private static final int LARGEST_PAGE = 100;
    private static final int LONGEST_REASON = 2000;

    private final Applications applications;
    private final Clock clock;

    ApplicationResource(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /** @param next the cursor of the next page, null on the last */
    record Page(List<Receipt> items, @Nullable String next) {}

    record Taking(@Nullable String reason) {}

    @GetMapping
    Page own(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadInput("/limit", "limit 须在 1 至 100 之间。", "limit is between 1 and 100.");
        }
        if (cursor != null && !Queue.isPlace(cursor)) {
            throw new BadInput("/cursor", "cursor 无效，请使用上一页给出的值。", "The cursor is none that a page gave.");
        }
        List<Application> found = applications.ofOwner(caller.id(), cursor, limit + 1);
        List<Application> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit ? shown.get(limit - 1).place() : null;
        return new Page(shown.stream().map(Receipt::of).toList(), next);
    }

    @GetMapping("/{code}")
    ResponseEntity<ApplicationView> one(@PathVariable String code, Caller caller) {
        Stored<Application> stored = applications.find(TypedCode.parse(code)).orElseThrow(NotFound::new);
        ApplicationView view = seenBy(caller, stored.state());
        return ResponseEntity.ok().eTag(Long.toString(stored.version())).body(view);
    }

    private static ApplicationView seenBy(Caller caller, Application application) {
        if (application.owner().equals(caller.id())) {
            return ApplicationView.of(application);
        }
        ApplicationView part = ApplicationView.of(application, each -> isOnDeskOf(caller, application, each));
        if (part.cases().isEmpty()) {
            throw new NotFound();
        }
        return part;
    }

    private static boolean isOnDeskOf(Caller caller, Application application, Case each) {
        return caller.has(Role.REVIEWER)
                && each.matter().department().equals(caller.department())
                && caller.actsFor(application.division().code());
    }

    @PostMapping("/{code}/withdrawal")
    ResponseEntity<String> withdraw(
            @PathVariable String code,
            @RequestBody(required = false) @Nullable Taking taking,
            Command command,
            Caller caller) {
        String reason = taking == null ? null : taking.reason();
        if (reason != null && reason.length() > LONGEST_REASON) {
            throw new NotAllowed("/reason", "理由不超过 2000 字。", "A reason has up to 2000 characters.");
        }
        TrackingCode parsed = TypedCode.parse(code);
        return applications
                .decide(parsed, command, stored -> withdrawn(stored, reason, command, caller))
                .answer(ApplicationView::of)
                .toResponse();
    }

    private Decision<Application> withdrawn(
            Stored<Application> stored, @Nullable String reason, Command command, Caller caller) {
        if (!stored.state().owner().equals(caller.id())) {
            throw new NotFound();
        }
        String version = Long.toString(stored.version());
        if (command.ifMatch() != null && !command.ifMatch().equals(version)) {
            throw new StaleVersion(version);
        }
        Change<Application> change = stored.state().withdraw(reason, clock.instant());
        String after = Long.toString(stored.version() + 1);
        return new Decision<>(change, CommandResult.ok().withEtag(after));
    }
}
