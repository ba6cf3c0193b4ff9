package org.tongban.catalog.item;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.problem.Said;

/**
 * All there is about one item: what is published, what is being written, whether it can be asked for, and who did what.
 *
 * @param published the number of the published version; 0 before the first publication
 * @param flagged whether something dirty is published; looked up by
 * @param edition what is published; null before
 * @param drafts how many drafts were saved so far
 * @param publishOn the legal day on which the approved draft is to be published; looked up by
 * @param halt why it cannot be asked for; null when it can
 * @param history oldest first; what is older still was put away
 */
public record Dossier(
        String id,
        int published,
        boolean flagged,
        @Nullable Edition edition,
        int drafts,
        @Nullable GuideDraft draft,
        @Nullable LocalDate publishOn,
        @Nullable Halt halt,
        List<Step> history) {
    /** So many steps a document holds before the oldest of them are put away. */
    static final int MOST_STEPS = 300;

    private static final int PUT_AWAY = 100;

    public Dossier {
        history = List.copyOf(history);
    }

    static Dossier blank(String id) {
        return new Dossier(id, 0, false, null, 0, null, null, null, List.of());
    }

    /** The published side of it; empty before the first publication. */
    public Optional<CatalogItem> shown() {
        return edition == null ? Optional.empty() : Optional.of(new CatalogItem(id, published, edition, halt));
    }

    /** @throws NotFound before the first publication */
    public CatalogItem item() {
        return shown().orElseThrow(() -> new NotFound(CatalogItem.unknown(id)));
    }

    /** @throws NotNow when nobody is writing */
    public GuideDraft written() {
        if (draft == null) {
            throw new NotNow(undrafted().zh(), undrafted().en());
        }
        return draft;
    }

    /** @throws NotFound when nobody is writing; for whoever wants to read it */
    public GuideDraft draftToRead() {
        if (draft == null) {
            throw new NotFound(undrafted());
        }
        return draft;
    }

    private Said undrafted() {
        return new Said("事项“" + id + "”没有草稿。", "There is no draft of \"" + id + "\".");
    }

    /** An import: the same content again is no new version, only what is flagged in it may have changed. */
    Change<Dossier> take(Edition next, String by) {
        if (edition != null && edition.digest().equals(next.digest())) {
            return flagged(edition.with(next.handles(), next.flags()));
        }
        return edition(
                next,
                draft,
                publishOn,
                halt,
                Step.ofVersion(Step.What.IMPORTED, published + 1, by, next.publishedAt(), null));
    }

    /**
     * What the lint finds now in what is published: the text is the same, so nobody is told.
     *
     * @param digest of the text in which it was found; another one that stands here by now was looked at itself
     */
    Change<Dossier> flag(String digest, List<Flag> flags) {
        return edition == null || !edition.digest().equals(digest)
                ? Change.silently(this)
                : flagged(edition.with(edition.handles(), flags));
    }

    private Change<Dossier> flagged(Edition same) {
        return Change.silently(
                new Dossier(id, published, !same.flags().isEmpty(), same, drafts, draft, publishOn, halt, history));
    }

    /** Somebody writes; the same content again is nothing. */
    public Change<Dossier> save(String gsi, String digest, String by, Instant now) {
        if (draft != null && draft.digest().equals(digest) && draft.base() == published) {
            return Change.silently(this);
        }
        int no = drafts + 1;
        GuideDraft next = draft == null
                ? new GuideDraft(no, published, gsi, digest, List.of(by), now, null)
                : draft.written(no, published, gsi, digest, by, now);
        Step.What what = draft == null ? Step.What.DRAFT_STARTED : Step.What.DRAFT_SAVED;
        return Change.silently(new Dossier(
                id, published, flagged, edition, no, next, null, halt, and(Step.ofDraft(what, no, by, now, null))));
    }

    public Change<Dossier> discard(String by, Instant now) {
        Step step = Step.ofDraft(Step.What.DRAFT_DISCARDED, written().no(), by, now, null);
        return Change.silently(new Dossier(id, published, flagged, edition, drafts, null, null, halt, and(step)));
    }

    /**
     * The draft becomes the published version; a withdrawn item is back with it.
     *
     * @param next the draft's content as an edition
     */
    public Change<Dossier> publish(Edition next, String by) {
        GuideDraft ready = approvable(by);
        Step step = new Step(Step.What.PUBLISHED, next.publishedAt(), by, published + 1, ready.no(), null);
        Halt left = halt != null && halt.standing() == Standing.SUSPENDED ? halt : null;
        return edition(next, null, null, left, step);
    }

    /** The draft is to be published by itself when a day comes. */
    public Change<Dossier> plan(LocalDate on, String by, Instant now) {
        GuideDraft ready = approvable(by);
        Step step = Step.ofDraft(Step.What.PUBLICATION_PLANNED, ready.no(), by, now, on.toString());
        return Change.silently(
                new Dossier(id, published, flagged, edition, drafts, ready.approved(by), on, halt, and(step)));
    }

    /** The day came, but the draft cannot be published: its approval is void. */
    public Change<Dossier> hold(String why, Instant now) {
        GuideDraft kept = written();
        String by = Objects.requireNonNullElse(kept.approvedBy(), "");
        Step step = Step.ofDraft(Step.What.PUBLICATION_HELD, kept.no(), by, now, why);
        return Change.silently(
                new Dossier(id, published, flagged, edition, drafts, kept.approved(null), null, halt, and(step)));
    }

    public boolean isDue(LocalDate today) {
        return publishOn != null && !publishOn.isAfter(today);
    }

    /** @throws NotNow from a standing that has no way there */
    public Change<Dossier> halt(Halt next) {
        Step.What what = next.standing() == Standing.SUSPENDED ? Step.What.SUSPENDED : Step.What.WITHDRAWN;
        return stand(next.standing(), next, Step.ofVersion(what, published, next.by(), next.since(), next.reason()));
    }

    /** A suspended item can be asked for again. */
    public Change<Dossier> resume(String by, Instant now) {
        if (item().standing() != Standing.SUSPENDED) {
            throw new NotNow("事项“" + id + "”没有暂停，不需要恢复。", "\"" + id + "\" is not suspended and cannot be resumed.");
        }
        return stand(Standing.CURRENT, null, Step.ofVersion(Step.What.RESUMED, published, by, now, null));
    }

    private Change<Dossier> stand(Standing wanted, @Nullable Halt next, Step step) {
        CatalogItem shown = item();
        Standing now = shown.standing();
        if (!now.mayBecome(wanted)) {
            throw new NotNow(
                    "事项“" + id + "”现为" + now + "，不能变为" + wanted + "。",
                    "\"" + id + "\" is " + now + " and cannot become " + wanted + ".");
        }
        Dossier after = new Dossier(id, published, flagged, edition, drafts, draft, publishOn, next, and(step));
        return Change.telling(
                after,
                new StandingChanged(
                        id,
                        published,
                        shown.edition().name(),
                        shown.edition().department(),
                        shown.edition().division(),
                        wanted,
                        next == null ? null : next.reason(),
                        next == null ? null : next.notice(),
                        step.at()));
    }

    private GuideDraft approvable(String by) {
        GuideDraft ready = written();
        if (ready.authors().contains(by)) {
            throw new TwoPersonRule(id);
        }
        if (ready.base() != published) {
            throw new NotNow(
                    "草稿基于第" + ready.base() + "版，现已发布第" + published + "版；请对照差异，重新保存草稿后再发布。",
                    "The draft was written on version " + ready.base() + " and version " + published
                            + " is published by now; look at the differences, save the draft again, then publish.");
        }
        if (edition != null && edition.digest().equals(ready.digest())) {
            throw new NotNow("草稿与已发布的版本相同，没有可发布的内容。", "The draft is what is published already.");
        }
        return ready;
    }

    private Change<Dossier> edition(
            Edition next, @Nullable GuideDraft left, @Nullable LocalDate on, @Nullable Halt stands, Step step) {
        int version = published + 1;
        Dossier after = new Dossier(id, version, !next.flags().isEmpty(), next, drafts, left, on, stands, and(step));
        return Change.telling(after, ItemPublished.of(id, version, next));
    }

    boolean isFullOfSteps() {
        return history.size() >= MOST_STEPS;
    }

    /** Those that go when the next step is taken; of one that is full. */
    List<Step> oldestSteps() {
        return history.subList(0, PUT_AWAY);
    }

    private List<Step> and(Step step) {
        boolean goesOn = !history.isEmpty() && step.continues(history.get(history.size() - 1));
        int from = isFullOfSteps() ? PUT_AWAY : 0;
        List<Step> before = history.subList(from, goesOn ? history.size() - 1 : history.size());
        return Stream.concat(before.stream(), Stream.of(step)).toList();
    }
}
