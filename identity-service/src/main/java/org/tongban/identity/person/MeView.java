package org.tongban.identity.person;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.person.Masks;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;

/**
 * What a caller is shown about themselves; null where nothing is known.
 *
 * @param id the token's {@code sub}
 * @param roles as the token spells them
 * @param department of staff, {@code 市场监管}
 * @param hall of counter staff, {@code 511602-01}
 * @param window of counter staff, {@code W03}
 * @param division the GB/T 2260 code staff act for
 * @param verified whether the real-name registry has confirmed who they are
 * @param name masked, {@code 张**}
 * @param residentId masked, {@code 511***********0010}
 * @param verifiedAt when it was confirmed, UTC
 * @param createdAt when they were first seen, UTC
 */
record MeView(
        String id,
        List<String> roles,
        @Nullable String department,
        @Nullable String hall,
        @Nullable String window,
        @Nullable String division,
        boolean verified,
        @Nullable String name,
        @Nullable String residentId,
        @Nullable Instant verifiedAt,
        Instant createdAt) {

    static MeView of(Caller caller, Person person, Seals seals) {
        Person.Proof proof = person.proof();
        IdentityCard card = proof == null ? null : seals.open(proof);
        return new MeView(
                caller.id(),
                caller.roles().stream().sorted().map(Role::claim).toList(),
                caller.department(),
                caller.hall(),
                caller.window(),
                caller.division(),
                proof != null,
                card == null ? null : Masks.name(card.name()),
                card == null ? null : Masks.residentId(card.residentId().value()),
                proof == null ? null : proof.at(),
                person.createdAt());
    }
}
