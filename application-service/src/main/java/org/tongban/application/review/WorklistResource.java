package org.tongban.application.review;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.application.clock.Light;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.CaseView;
import org.tongban.application.intake.OnDesk;
import org.tongban.application.intake.Queue;
import org.tongban.application.intake.Stage;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.Forbidden;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.LegalZone;

/** What lies on a department's desk, in the order of submission. */
@RestController
final class WorklistResource {
    private static final int LARGEST_PAGE = 100;
    /** How many that may have the light a request looks at; the page is short when most of their clocks stopped before. */
    private static final int LOOKS = 500;

    private final Applications applications;
    private final Clock clock;

    WorklistResource(Applications applications, Clock clock) {
        this.applications = applications;
        this.clock = clock;
    }

    /** A case, and what a clerk sees beside it. */
    record Row(
            TrackingCode code,
            String division,
            Instant submittedAt,
            @Nullable Light light,
            @Nullable String claimedBy,
            @JsonUnwrapped CaseView shown) {}

    /** @param next the cursor of the next page, null at the end */
    record Page(List<Row> items, @Nullable String next) {}

    @GetMapping("/api/application/worklist")
    Page worklist(
            @RequestParam(required = false) @Nullable Stage stage,
            @RequestParam(required = false) @Nullable Light light,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller staff) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadInput("/limit", "limit 须在 1 至 100 之间。", "limit is between 1 and 100.");
        }
        if (staff.department() == null || staff.division() == null) {
            throw new Forbidden();
        }
        Search search = new Search(staff.department(), stage, light, LegalZone.dateOf(clock.instant()));
        Spot from = cursor == null ? null : Spot.parse(cursor);
        String queue = Queue.name(staff.department(), staff.division(), stage);
        int looks = light == null ? limit + 1 : LOOKS;
        Bson lit = light == null ? null : Applications.lit(light, search.department(), search.today());
        List<OnDesk> found = applications.inQueue(queue, from == null ? null : from.place(), lit, looks);
        return page(search, found, from, limit, found.size() == looks);
    }

    /** What is looked for. */
    private record Search(
            String department,
            @Nullable Stage stage,
            @Nullable Light light,
            LocalDate today) {
        boolean finds(Case each) {
            boolean staged = stage == null ? each.stage().isOnDesk() : each.stage() == stage;
            return staged
                    && each.matter().department().equals(department)
                    && (light == null || each.light(today) == light);
        }
    }

    private static Page page(Search search, List<OnDesk> found, @Nullable Spot from, int limit, boolean goesOn) {
        List<Row> rows = new ArrayList<>();
        Spot last = null;
        for (OnDesk application : found) {
            for (Case each : application.cases()) {
                Spot spot = new Spot(application.place(), each.no());
                if (from != null && !spot.isBehind(from)) {
                    continue;
                }
                if (search.finds(each)) {
                    if (rows.size() == limit) {
                        return new Page(rows, Objects.requireNonNull(last).text());
                    }
                    rows.add(row(application, each, search.today()));
                }
                last = spot;
            }
        }
        return new Page(rows, goesOn && last != null ? last.text() : null);
    }

    private static Row row(OnDesk application, Case each, LocalDate today) {
        return new Row(
                application.code(),
                application.division().code(),
                application.submittedAt(),
                each.light(today),
                each.claimedBy(),
                CaseView.of(each));
    }
}
