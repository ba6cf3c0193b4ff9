package org.tongban.identity.person;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A citizen proves who they are: the number holds in itself, the registry confirms it, nobody else has it. */
final class Verification {
    private static final Logger log = LoggerFactory.getLogger(Verification.class);

    private final People people;
    private final RealNameRegistry registry;

    Verification(People people, RealNameRegistry registry) {
        this.people = people;
        this.registry = registry;
    }

    /** Safe to repeat: who is proved to be just that is not asked about again. */
    Person verify(String id, IdentityCard card) {
        Person person = people.seen(id);
        if (people.isProved(person, card)) {
            return person;
        }
        registry.confirm(card);
        Person proved = people.prove(id, card);
        log.info("person verified id={}", id);
        return proved;
    }
}
