package org.tongban.tracking.timeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.json.CanonicalJson;
import tools.jackson.databind.JsonNode;

/** Writes timelines on: an entry, what follows from it, and its copy for the log, as one change. */
public final class Chronicle {
    private static final int SALT_BYTES = 16;

    private final RandomGenerator random;
    private final Archives archives;

    /** @param archives takes the older entries of long timelines */
    Chronicle(RandomGenerator random, Archives archives) {
        this.random = random;
        this.archives = archives;
    }

    static Chronicle secure(Archives archives) {
        return new Chronicle(new SecureRandom(), archives);
    }

    public Archives archives() {
        return archives;
    }

    /**
     * A fact of this service.
     *
     * @param caseNo which case it is about, null for the whole
     */
    public record Fact(DomainEvent event, @Nullable Integer caseNo) {}

    /** Appends what another service told, unless it is there. */
    public Change<Timeline> heard(Timeline stored, Envelope event, Instant now) {
        if (stored.holds(event.source().path(), event.sequence())) {
            return Change.silently(stored);
        }
        JsonNode about = event.data().path("caseNo");
        Integer caseNo = about.isInt() ? about.intValue() : null;
        Timeline next = append(
                archives.bounded(stored),
                new Occurrence(
                        event.source().path(),
                        event.sequence(),
                        event.type(),
                        event.time(),
                        caseNo,
                        CanonicalJson.text(event.data())),
                now);
        return Change.telling(next, appended(next));
    }

    /**
     * Appends facts of this service and tells them, all in one write. Each goes out before the log has it, so that what is
     * on the log was told.
     *
     * @param stored the timeline as it was loaded
     */
    public Change<Timeline> tell(Timeline stored, List<Fact> facts, Instant now) {
        if (facts.isEmpty()) {
            return Change.silently(stored);
        }
        Timeline next = archives.bounded(stored);
        List<DomainEvent> told = new ArrayList<>();
        for (Fact fact : facts) {
            DomainEvent event = fact.event();
            next = append(
                    next,
                    new Occurrence(
                            Folding.TRACKING,
                            next.lastOf(Folding.TRACKING) + 1,
                            event.type(),
                            event.at(),
                            fact.caseNo(),
                            CanonicalJson.text(event)),
                    now);
            told.add(event);
            told.add(appended(next));
        }
        return new Change<>(next, told);
    }

    /** Folds the new entry alone, unless a later one of its source was folded before it. */
    private Timeline append(Timeline timeline, Occurrence occurrence, Instant now) {
        Entry entry = Entry.sealed(new TrackingCode(timeline.code()), occurrence, timeline.head(), now, salt());
        Timeline next = timeline.with(entry);
        boolean late = entry.sourceSequence() < timeline.lastOf(entry.source());
        return late ? folded(next, now) : next.standing(Folding.after(timeline.standing(), entry), now);
    }

    private static EntryAppended appended(Timeline timeline) {
        return new EntryAppended(new TrackingCode(timeline.code()), Objects.requireNonNull(timeline.head()));
    }

    /** Takes an entry of the log as it is, or throws when it does not continue the chain. */
    public Timeline restore(Timeline timeline, Entry entry) {
        if (!entry.follows(new TrackingCode(timeline.code()), timeline.head())) {
            throw new BrokenChain(timeline.code(), entry.no());
        }
        return timeline.with(entry);
    }

    /** The same timeline with its standing taken from all its entries. */
    public Timeline folded(Timeline timeline, Instant now) {
        return timeline.standing(Folding.of(archives.whole(timeline).entries()), now);
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }
}
