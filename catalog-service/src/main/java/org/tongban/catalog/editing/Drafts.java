package org.tongban.catalog.editing;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.GuideDraft;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.lint.LintReport;
import org.tongban.catalog.lint.Linting;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.StaleVersion;
import tools.jackson.databind.JsonNode;

/** Writing drafts: whoever saves must have seen what stands there. */
@Service
class Drafts {
    private static final String NONE = "0";

    private final Items items;
    private final Linting linting;
    private final Clock clock;

    Drafts(Items items, Linting linting, Clock clock) {
        this.items = items;
        this.linting = linting;
        this.clock = clock;
    }

    /**
     * What came of saving.
     *
     * @param draft its number, the ETag
     * @param base the published version it was written on; 0 before the first publication
     */
    record Saved(
            String item,
            int draft,
            int base,
            List<String> authors,
            Instant savedAt,
            boolean publishable,
            long errors,
            long warnings,
            List<Finding> findings) {}

    /**
     * Keeps a draft.
     *
     * @throws StaleVersion when another one stands there than the caller has seen; a first draft needs no If-Match
     */
    Answer save(String item, JsonNode gsi, Command command, String by, Locale locale) {
        LintReport report = linting.atAPlace(lint -> Handwriting.check(item, gsi, lint));
        String text = CanonicalJson.text(gsi);
        String digest = Edition.digest(text);
        if (items.find(item).isEmpty()) {
            checkSeen(null, digest, command);
            items.open(item);
        }
        Decided<Dossier> decided = items.decide(item, command, dossier -> {
            checkSeen(dossier.draft(), digest, command);
            Change<Dossier> change = dossier.save(text, digest, by, clock.instant());
            CommandResult result = dossier.draft() == null
                    ? CommandResult.created(URI.create("/api/catalog/items/" + item + "/draft"))
                    : CommandResult.ok();
            return new Decision<>(change, result.withEtag(etag(change.next().written())));
        });
        return decided.answer(dossier -> {
            GuideDraft draft = dossier.draftToRead();
            boolean isStillThis = draft.digest().equals(digest);
            return saved(item, draft, isStillThis ? report : linted(draft), locale);
        });
    }

    /** Throws the draft away. */
    Answer discard(String item, Command command, String by) {
        return items.decide(item, command, dossier -> {
                    checkSeen(dossier.draftToRead(), command);
                    return new Decision<>(dossier.discard(by, clock.instant()), CommandResult.ok());
                })
                .answer(dossier -> new Discarded(item));
    }

    private LintReport linted(GuideDraft draft) {
        return linting.atAPlace(lint -> lint.lint(Json.mapper().readTree(draft.gsi())));
    }

    /** That a draft is gone. */
    record Discarded(String item) {}

    /** @throws StaleVersion when the caller says which draft they have seen and it is another one */
    static void checkSeen(GuideDraft draft, Command command) {
        if (command.ifMatch() != null && !command.ifMatch().equals(etag(draft))) {
            throw new StaleVersion(etag(draft));
        }
    }

    private static void checkSeen(@Nullable GuideDraft draft, String digest, Command command) {
        if (draft != null && (command.ifMatch() != null || draft.digest().equals(digest))) {
            checkSeen(draft, command);
        } else if (draft != null || command.ifMatch() != null) {
            throw new StaleVersion(draft == null ? NONE : etag(draft));
        }
    }

    static String etag(GuideDraft draft) {
        return Integer.toString(draft.no());
    }

    private static Saved saved(String item, GuideDraft draft, LintReport report, Locale locale) {
        return new Saved(
                item,
                draft.no(),
                draft.base(),
                draft.authors(),
                draft.savedAt(),
                report.isPublishable(),
                report.errors(),
                report.warnings(),
                Finding.of(report.findings(), locale));
    }
}
