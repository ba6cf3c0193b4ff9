package org.tongban.tracking.view;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;
import org.tongban.tracking.custody.Custody;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Standing;
import org.tongban.tracking.timeline.Timeline;

/** Makes what is shown out of what is stored. */
public final class Views {
    private Views() {}

    /**
     * @param timeline with all its entries
     * @param sequence the last heard of {@code /application}
     */
    static TimelineView of(Timeline timeline, long sequence, Viewer viewer, LocalDate today, Locale locale) {
        Standing standing = timeline.standing();
        Entry head = timeline.head();
        Instant submittedAt = Objects.requireNonNull(standing.submittedAt());
        return new TimelineView(
                new TrackingCode(timeline.code()),
                standing.status(),
                submittedAt,
                sequence,
                viewer.sight(),
                standing.cases().stream()
                        .map(each -> of(each, standing, viewer, today))
                        .toList(),
                viewer.isPublic() ? null : papers(timeline),
                timeline.entries().stream()
                        .map(entry -> of(entry, standing, viewer, locale))
                        .toList(),
                head == null ? null : head.hash());
    }

    /** @param timeline with all its entries */
    static Card card(Timeline timeline, LocalDate today) {
        Standing standing = timeline.standing();
        return new Card(
                new TrackingCode(timeline.code()),
                standing.cases().stream()
                        .map(each -> of(each, standing, Viewer.COUNTER, today))
                        .toList(),
                papers(timeline));
    }

    /** One entry, as {@code GET} and the stream show it. */
    public static EntryView of(Entry entry, Standing standing, Viewer viewer, Locale locale) {
        boolean fully = viewer.seesFully(entry.caseNo(), standing);
        boolean inFull = fully && (viewer.scores() || !entry.type().equals(Sentences.RATED));
        Facts facts = Facts.of(entry);
        return new EntryView(
                entry.no(),
                entry.source(),
                entry.sourceSequence(),
                entry.at(),
                entry.recordedAt(),
                entry.type(),
                entry.caseNo(),
                fully ? facts.place() : null,
                Sentences.of(entry, facts, standing, inFull).in(locale),
                entry.factsDigest(),
                entry.previous(),
                entry.formula(),
                entry.hash());
    }

    private static TimelineView.CaseView of(CaseStanding each, Standing standing, Viewer viewer, LocalDate today) {
        boolean fully = viewer.seesFully(each.caseNo(), standing);
        return new TimelineView.CaseView(
                each.caseNo(),
                each.name(),
                each.department(),
                each.status(),
                each.outcome(),
                each.outcomeWord(),
                each.due(),
                each.light(today),
                each.after(),
                fully ? each.stage() : null,
                fully ? each.stageWord() : null,
                viewer.scores() ? rating(each, standing) : null);
    }

    private static @Nullable Integer rating(CaseStanding each, Standing standing) {
        return standing.rating(each.caseNo()).orElse(null);
    }

    private static List<TimelineView.Paper> papers(Timeline timeline) {
        Map<String, Custody> custody = Custody.of(timeline);
        return timeline.standing().expected().stream()
                .map(paper -> new TimelineView.Paper(
                        paper.rid(),
                        paper.name(),
                        paper.originals(),
                        paper.copies(),
                        custody.getOrDefault(paper.rid(), Custody.EXPECTED)))
                .toList();
    }
}
