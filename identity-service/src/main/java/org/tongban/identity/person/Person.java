package org.tongban.identity.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody who has signed in.
 *
 * @param id the token's {@code sub}
 * @param createdAt when they were first seen
 * @param proof who they are, null until the real-name registry has confirmed it
 */
record Person(String id, Instant createdAt, @Nullable Proof proof) {

    /**
     * A confirmed identity as it is stored.
     *
     * @param name sealed
     * @param residentId sealed
     * @param residentIdDigest the blind index of the number, by which no two people have the same
     * @param at when the registry confirmed it
     */
    record Proof(String name, String residentId, String residentIdDigest, Instant at) {}

    static Person seen(String id, Instant now) {
        return new Person(id, now, null);
    }

    Person proved(Proof confirmed) {
        return new Person(id, createdAt, confirmed);
    }
}
