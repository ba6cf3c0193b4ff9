package org.tongban.identity.person;

import java.time.Instant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.problem.FarSideDown;

/** A citizen proves who they are: the number holds in itself, the registry confirms it, nobody else has it. */
final class Verification {
    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    private final People people;
    private final AttemptLimit attempts;
    private final RealNameRegistry registry;

    Verification(People people, AttemptLimit attempts, RealNameRegistry registry) {
        this.people = people;
        this.attempts = attempts;
        this.registry = registry;
    }

    /**
     * Safe to repeat: who is proved to be just that is not asked about again.
     *
     * @throws TooManyAttempts when it was tried too often
     */
    Person verify(String id, IdentityCard card) {
        Person person = people.seen(id);
        if (people.isProved(person, card)) {
            return person;
        }
        Instant counted = attempts.count(id, card);
        try {
            registry.confirm(card);
        } catch (FarSideDown e) {
            attempts.giveBack(id, card, counted);
            throw e;
        }
        Person proved = people.prove(id, card);
        log.info("person verified id={}", id);
        return proved;
    }
}
