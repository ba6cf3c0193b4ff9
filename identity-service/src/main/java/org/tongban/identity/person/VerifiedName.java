package org.tongban.identity.person;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.person.Masks;

/**
 * What those who examine a person's case are told of who that is.
 *
 * @param verified whether the real-name registry has confirmed it; nothing else is told when it has not
 * @param name in full, {@code 张安然}
 * @param residentId masked, {@code 511***********0010}
 * @param verifiedAt when it was confirmed, UTC
 */
record VerifiedName(
        boolean verified,
        @Nullable String name,
        @Nullable String residentId,
        @Nullable Instant verifiedAt) {
    static final VerifiedName NONE = new VerifiedName(false, null, null, null);

    static VerifiedName of(Person.Proof proof, Seals seals) {
        IdentityCard card = seals.open(proof);
        return new VerifiedName(
                true, card.name(), Masks.residentId(card.residentId().value()), proof.at());
    }

    /** Masked: it gets into no log by accident. */
    @Override
    public String toString() {
        return name == null ? "not verified" : Masks.name(name);
    }
}
