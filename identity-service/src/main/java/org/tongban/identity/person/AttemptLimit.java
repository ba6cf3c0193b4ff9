package org.tongban.identity.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Date;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bson.conversions.Bson;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.loop.Sweep;

/** Lets nobody find out by trying who has which number (OWASP API6); counted in the store, for all instances together. */
final class AttemptLimit {
    private final AggregateStore<Attempts> store;
    private final Seals seals;
    private final VerificationProperties limits;
    private final Clock clock;

    AttemptLimit(AggregateStore<Attempts> store, Seals seals, VerificationProperties limits, Clock clock) {
        this.store = store;
        this.seals = seals;
        this.limits = limits;
        this.clock = clock;
    }

    /**
     * Counts before the registry is asked, so that many at once are no more than one after the other.
     *
     * @return when it was counted
     * @throws TooManyAttempts when the account or the number has had as many as it may
     */
    Instant count(String person, IdentityCard card) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        change(ofPerson(person), attempts -> attempts.another(now, limits));
        change(ofNumber(card), attempts -> attempts.another(now, limits));
        return now;
    }

    /** The registry did not answer, so nobody has learned anything. */
    void giveBack(String person, IdentityCard card, Instant counted) {
        change(ofPerson(person), attempts -> attempts.without(counted));
        change(ofNumber(card), attempts -> attempts.without(counted));
    }

    /** Forgets what is older than a day. */
    void sweep() {
        Bson old = lt(Layout.CHANGED_AT, Date.from(clock.instant().minus(Attempts.DAY)));
        new Sweep("verification-attempts", store.documents(), Layout.CHANGED_AT)
                .each(old, id -> store.documents().deleteOne(and(eq(Layout.ID, id), old)));
    }

    private void change(String id, UnaryOperator<Attempts> next) {
        if (store.find(id).isEmpty()) {
            store.insert(Attempts.none(id), List.of());
        }
        store.change(id, attempts -> Change.silently(next.apply(attempts)));
    }

    private static String ofPerson(String id) {
        return "person:" + id;
    }

    private String ofNumber(IdentityCard card) {
        return "number:" + seals.digest(card.residentId());
    }
}
