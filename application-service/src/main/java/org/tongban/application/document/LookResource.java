package org.tongban.application.document;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.security.Caller;

/** Who looked at the caller's documents and verified name (个人信息保护法 44, 45). */
@RestController
final class LookResource {
    private static final int LARGEST_PAGE = 100;

    private final Looks looks;

    LookResource(Looks looks) {
        this.looks = looks;
    }

    /**
     * A look.
     *
     * @param documentId null where somebody looked at who the caller is
     * @param who a pseudonym: the same person always the same
     * @param department that of who looked; a counter's hall and window
     */
    record Line(
            Look.What what,
            @Nullable String documentId,
            String who,
            String department,
            TrackingCode code,
            int caseNo,
            Instant at) {
        static Line of(Look look) {
            return new Line(
                    look.what(),
                    look.documentId(),
                    look.who(),
                    look.department(),
                    look.code(),
                    look.caseNo(),
                    look.at());
        }
    }

    /** @param next the cursor of the next page, null on the last */
    record Page(List<Line> items, @Nullable String next) {}

    @GetMapping("/api/application/looks")
    Page page(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadInput("/limit", "limit 须在 1 至 100 之间。", "limit is between 1 and 100.");
        }
        List<Look> found = looks.page(caller.id(), cursor == null ? null : Cursor.parse(cursor), limit + 1);
        List<Look> shown = found.subList(0, Math.min(limit, found.size()));
        String next = found.size() > limit
                ? new Cursor(shown.get(limit - 1).at(), shown.get(limit - 1).lookId()).toString()
                : null;
        return new Page(shown.stream().map(Line::of).toList(), next);
    }
}
