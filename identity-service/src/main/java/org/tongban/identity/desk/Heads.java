package org.tongban.identity.desk;

import java.time.Clock;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.tongban.platform.problem.FarSideDown;

/** Who heads which department, as it was seen last. */
final class Heads {
    private final Seen<Head> seen;

    Heads(Supplier<Set<Head>> heads, DeskProperties properties, Clock clock) {
        seen = new Seen<>(heads, properties, clock);
    }

    /**
     * The opaque id of that head.
     *
     * @param who a user name or an opaque id
     * @return empty when it is nobody who heads that department for that division
     * @throws FarSideDown when sign-on has never said it yet
     */
    Optional<String> find(String division, String department, String who) {
        return seen.answer(
                heads -> heads.stream()
                        .filter(head -> head.isCalled(who))
                        .filter(head -> head.desk().department().equals(department)
                                && head.desk().isFor(division))
                        .map(Head::id)
                        .findFirst(),
                Optional::isPresent);
    }

    void refresh() {
        seen.refresh();
    }
}
