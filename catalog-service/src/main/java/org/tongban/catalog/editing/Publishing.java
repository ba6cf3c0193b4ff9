package org.tongban.catalog.editing;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.GuideDraft;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Severity;
import org.tongban.catalog.lint.GuideLint;
import org.tongban.catalog.lint.LintReport;
import org.tongban.catalog.lint.Linting;
import org.tongban.catalog.search.ItemIndex;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.StaleVersion;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.JsonNode;

/** Makes drafts public: approved by somebody who has not written in them, without errors, now or when their day comes. */
@Service
public class Publishing {
    private static final Logger log = LoggerFactory.getLogger(Publishing.class);

    private final Items items;
    private final ItemIndex index;
    private final Linting linting;
    private final Clock clock;

    Publishing(Items items, ItemIndex index, Linting linting, Clock clock) {
        this.items = items;
        this.index = index;
        this.linting = linting;
        this.clock = clock;
    }

    /**
     * What came of an approval.
     *
     * @param version the published one: the draft's when it is good at once
     * @param effectiveOn the legal day from which the draft is good
     * @param warnings what is dirty in it and was published nevertheless
     */
    record Approved(String item, boolean published, int version, LocalDate effectiveOn, List<Finding> warnings) {}

    /**
     * Publishes the draft, or approves it for a later day.
     *
     * @param effectiveOn null for at once
     * @throws LintErrors naming what is wrong in the draft
     * @throws NotAllowed for a day that is over
     * @throws StaleVersion when somebody has saved the draft anew in this moment
     */
    Answer publish(String item, @Nullable LocalDate effectiveOn, Command command, String by, Locale locale) {
        Linted linted = linting.atAPlace(lint -> linted(items.dossier(item).draft(), lint));
        Instant now = clock.instant();
        LocalDate today = LegalZone.dateOf(now);
        LocalDate on = Objects.requireNonNullElse(effectiveOn, today);
        Decided<Dossier> decided = items.decide(item, command, dossier -> {
            if (on.isBefore(today)) {
                throw new NotAllowed(
                        "/effectiveOn", "生效日期" + on + "已经过去。", "The effective date " + on + " is in the past.");
            }
            GuideDraft draft = dossier.written();
            Drafts.checkSeen(draft, command);
            if (linted == null || !linted.isOf(draft)) {
                throw new StaleVersion(Drafts.etag(draft));
            }
            LintReport report = linted.report();
            boolean atOnce = on.equals(today);
            Change<Dossier> change = atOnce ? dossier.publish(linted.edition(now), by) : dossier.plan(on, by, now);
            if (!report.isPublishable()) {
                throw new LintErrors(errors(report));
            }
            return new Decision<>(change, atOnce ? CommandResult.ok() : CommandResult.accepted());
        });
        show(item);
        log.info("draft approved item={} by={} effectiveOn={}", item, by, on);
        boolean wasAtOnce = decided.result().equals(CommandResult.ok());
        return decided.answer(dossier -> approved(dossier, wasAtOnce, on, linted, locale));
    }

    /** What has become of the draft: published, or still waiting for its day. */
    private Approved approved(
            Dossier dossier, boolean wasAtOnce, LocalDate on, @Nullable Linted linted, Locale locale) {
        GuideDraft draft = dossier.draft();
        if (wasAtOnce || draft == null) {
            Edition edition = dossier.item().edition();
            return new Approved(
                    dossier.id(),
                    true,
                    dossier.published(),
                    LegalZone.dateOf(edition.publishedAt()),
                    Finding.of(edition.flags(), locale));
        }
        LintReport report = linted != null && linted.isOf(draft)
                ? linted.report()
                : linting.atAPlace(lint -> lint.lint(Json.mapper().readTree(draft.gsi())));
        return new Approved(
                dossier.id(),
                false,
                dossier.published(),
                Objects.requireNonNullElse(dossier.publishOn(), on),
                Finding.of(report.findings(), locale));
    }

    /**
     * Publishes the approved drafts whose day has come; one that no longer can be loses its approval, and one that cannot
     * be read keeps no other from its day.
     */
    public void publishDue(Instant now) {
        LocalDate today = LegalZone.dateOf(now);
        items.eachDue(today, item -> publishDue(item, today, now));
    }

    private void publishDue(String item, LocalDate today, Instant now) {
        Linted linted = linted(items.dossier(item).draft(), linting.now());
        Optional<Dossier> after = items.change(item, dossier -> fallDue(dossier, linted, today, now));
        show(item);
        log.info(
                "draft fell due item={} published={}",
                item,
                after.map(Dossier::published).orElse(0));
    }

    private static Change<Dossier> fallDue(Dossier dossier, @Nullable Linted linted, LocalDate today, Instant now) {
        GuideDraft draft = dossier.draft();
        if (draft == null || draft.approvedBy() == null || !dossier.isDue(today)) {
            return Change.silently(dossier);
        }
        if (linted == null || !linted.isOf(draft)) {
            return Change.silently(dossier);
        }
        if (!linted.report().isPublishable()) {
            return dossier.hold(errors(linted.report()).get(0).zh(), now);
        }
        try {
            return dossier.publish(linted.edition(now), draft.approvedBy());
        } catch (Refusal refusal) {
            return dossier.hold(refusal.said().zh(), now);
        }
    }

    private void show(String item) {
        index.put(items.published(List.of(item)).values());
        linting.arrived(List.of(item));
    }

    /** A draft and what the lint says about it: looked over before the decision, which holds up others. */
    private record Linted(GuideDraft draft, JsonNode gsi, LintReport report) {
        boolean isOf(GuideDraft standing) {
            return standing.digest().equals(draft.digest());
        }

        Edition edition(Instant now) {
            return Edition.of(ItemReader.read(gsi), draft.gsi(), report.findings(), now);
        }
    }

    private static @Nullable Linted linted(@Nullable GuideDraft draft, GuideLint lint) {
        if (draft == null) {
            return null;
        }
        JsonNode gsi = Json.mapper().readTree(draft.gsi());
        return new Linted(draft, gsi, lint.lint(gsi));
    }

    private static List<Flag> errors(LintReport report) {
        return report.all().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .toList();
    }
}
