package org.tongban.tracking.timeline;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.json.CanonicalJson;

/** Writes timelines on: an entry, what follows from it, and its copy for the log, as one change. */
public final class Chronicle {
    private static final int SALT_BYTES = 16;

    private final RandomGenerator random;

    Chronicle(RandomGenerator random) {
        this.random = random;
    }

    static Chronicle secure() {
        return new Chronicle(new SecureRandom());
    }

    /** Appends what another service told, unless it is there. */
    public Change<Timeline> heard(Timeline timeline, Envelope event, Instant now) {
        Integer caseNo =
                event.data().hasNonNull("caseNo") ? event.data().get("caseNo").intValue() : null;
        return append(
                timeline,
                new Occurrence(
                        event.source().path(),
                        event.sequence(),
                        event.type(),
                        event.time(),
                        caseNo,
                        CanonicalJson.text(event.data())),
                now);
    }

    /**
     * Appends a fact of this service and tells it. The fact goes out before the log does, so that what is on the log was
     * told.
     */
    public Change<Timeline> tell(Timeline timeline, DomainEvent event, @Nullable Integer caseNo, Instant now) {
        Change<Timeline> appended = append(
                timeline,
                new Occurrence(
                        Folding.TRACKING,
                        timeline.lastOf(Folding.TRACKING) + 1,
                        event.type(),
                        event.at(),
                        caseNo,
                        CanonicalJson.text(event)),
                now);
        List<DomainEvent> told = new ArrayList<>();
        told.add(event);
        told.addAll(appended.events());
        return new Change<>(appended.next(), told);
    }

    private Change<Timeline> append(Timeline timeline, Occurrence occurrence, Instant now) {
        if (timeline.holds(occurrence.source(), occurrence.sourceSequence())) {
            return Change.silently(timeline);
        }
        Timeline next = folded(timeline.append(occurrence, now, salt()), now);
        Entry entry = next.entries().get(next.entries().size() - 1);
        return Change.telling(next, new EntryAppended(new TrackingCode(timeline.code()), entry));
    }

    /** Takes an entry of the log as it is, or throws when it does not continue the chain. */
    public Timeline restore(Timeline timeline, Entry entry) {
        if (!entry.follows(timeline.head())) {
            throw new BrokenChain(timeline.code(), entry.no());
        }
        return timeline.with(entry);
    }

    /** The same timeline with its standing taken from its entries. */
    public Timeline folded(Timeline timeline, Instant now) {
        return timeline.standing(Folding.of(timeline.entries()), now);
    }

    private String salt() {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(salt);
    }
}
