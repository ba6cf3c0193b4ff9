package org.tongban.tracking.supervision;

import java.time.DateTimeException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.secret.FieldCipher;
import org.tongban.platform.secret.UnreadableSecret;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.Instants;

/** What a supervisor is shown of the division they act for. */
@RestController
class SupervisionResource {
    private static final int LARGEST_PAGE = 100;

    private static final String CURSOR = "supervision.cursor";

    private final Shells shells;
    private final FieldCipher cipher;

    /** @param cipher seals cursors: the place where a page ended may be a code of another division */
    SupervisionResource(Shells shells, FieldCipher cipher) {
        this.shells = shells;
        this.cipher = cipher;
    }

    /** @param next the cursor of the next page, null at the end; a page may be short, since others' are left out */
    record Page(List<Shell> items, @Nullable String next) {}

    /** Codes that were scanned there and, a day later, still have no submission. */
    @GetMapping("/api/tracking/supervision/shells")
    Page shells(
            Caller supervisor,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadInput("/limit", "limit 须在 1 至 100 之间。", "limit is between 1 and 100.");
        }
        List<Shell> found = shells.overdue(cursor == null ? null : read(cursor), limit);
        return new Page(
                found.stream().filter(shell -> shell.concerns(supervisor)).toList(),
                found.size() < limit ? null : write(found.get(limit - 1)));
    }

    private String write(Shell last) {
        return cipher.seal(
                CURSOR, Instants.text(last.since()) + "," + last.code().value());
    }

    private Shells.Place read(String cursor) {
        try {
            String[] parts = cipher.open(CURSOR, cursor).split(",", 2);
            return new Shells.Place(Instants.parse(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (UnreadableSecret | DateTimeException e) {
            throw new BadInput("/cursor", "cursor 须为上一页的 next。", "The cursor must be the next of the page before.");
        }
    }
}
