package org.tongban.identity.desk;

import java.time.Clock;
import java.util.Collection;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.tongban.platform.problem.FarSideDown;

/** Which departments have a desk, as it was seen last. */
final class Desks {
    private final Seen<Desk> seen;

    Desks(Supplier<Set<Desk>> reviewers, DeskProperties properties, Clock clock) {
        seen = new Seen<>(reviewers, properties, clock);
    }

    /**
     * Those of these departments that have somebody who acts for that division.
     *
     * @throws FarSideDown when sign-on has never said it yet
     */
    Set<String> at(String division, Collection<String> departments) {
        return seen.answer(
                desks -> desks.stream()
                        .filter(desk -> departments.contains(desk.department()) && desk.isFor(division))
                        .map(Desk::department)
                        .collect(Collectors.toUnmodifiableSet()),
                found -> found.containsAll(departments));
    }

    void refresh() {
        seen.refresh();
    }
}
