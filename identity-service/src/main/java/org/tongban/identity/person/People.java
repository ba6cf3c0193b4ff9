package org.tongban.identity.person;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.person.ResidentId;
import org.tongban.platform.problem.NotNow;

/** Everybody who was ever seen, one record per {@code sub}; no two of them are proved to be the same person. */
final class People {
    private static final String RESIDENT_ID_DIGEST = "proof.residentIdDigest";

    private final AggregateStore<Person> store;
    private final Identities identities;
    private final Seals seals;
    private final Clock clock;

    /** The index looks up who was proved before there were {@code identities}; those may have a unique one as well. */
    People(AggregateStore<Person> store, Identities identities, Seals seals, Clock clock) {
        this.store = store;
        this.identities = identities;
        this.seals = seals;
        this.clock = clock;
        store.documents().createIndex(Indexes.ascending(RESIDENT_ID_DIGEST, Layout.ID));
    }

    /** The record of this {@code sub}, if there is one. */
    Optional<Person> known(String id) {
        return store.find(id).map(Stored::state);
    }

    /** The record of this {@code sub}, made now if this is the first time. */
    Person seen(String id) {
        return known(id).orElseGet(() -> {
            store.insert(Person.seen(id, clock.instant()), List.of());
            return store.find(id).orElseThrow().state();
        });
    }

    /**
     * Whether this person is proved to be just that already.
     *
     * @throws NotNow when they are proved to be somebody else
     */
    boolean isProved(Person person, IdentityCard card) {
        if (person.proof() == null) {
            return false;
        }
        IdentityCard proved = seals.open(person.proof());
        if (!proved.residentId().equals(card.residentId())) {
            throw new NotNow(
                    "您已用另一个公民身份号码完成实名认证，不能更换。",
                    "You are verified under another resident id, which cannot be exchanged.");
        }
        return proved.equals(card);
    }

    /**
     * Stores what the registry confirmed.
     *
     * @throws IdentityTaken when another person is proved to have that number
     * @throws NotNow when this person is proved to have another one
     */
    Person prove(String id, IdentityCard card) {
        if (isTaken(id, card.residentId())) {
            throw new IdentityTaken();
        }
        String digest = seals.digest(card.residentId());
        boolean claimed = identities.claim(digest, id);
        try {
            return store.change(
                            id,
                            person -> Change.silently(
                                    isProved(person, card) ? person : person.proved(seals.seal(card, clock.instant()))))
                    .orElseThrow();
        } catch (NotNow e) {
            if (claimed) {
                identities.release(digest, id);
            }
            throw e;
        }
    }

    /** The claim alone would miss a number stored under a key that was rotated since, or before claims were made. */
    private boolean isTaken(String id, ResidentId number) {
        List<String> digests = seals.digests(number);
        return identities.isTaken(digests, id)
                || store.documents()
                                .find(and(in(RESIDENT_ID_DIGEST, digests), ne(Layout.ID, id)))
                                .projection(include(Layout.ID))
                                .first()
                        != null;
    }
}
