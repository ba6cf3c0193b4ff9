package org.tongban.identity.desk;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.problem.FarSideDown;

/**
 * Which departments have a desk, as it was seen last: what is known stays while sign-on is away. Who asks for one that is
 * not there makes it look once more, for somebody may have come a moment ago.
 */
final class Desks {
    private static final Logger log = LoggerFactory.getLogger(Desks.class);

    private final Supplier<Set<Desk>> reviewers;
    private final DeskProperties properties;
    private final Clock clock;
    private final AtomicBoolean looking = new AtomicBoolean();
    private volatile @Nullable Set<Desk> known;
    private volatile Instant lookedAt = Instant.EPOCH;

    Desks(Supplier<Set<Desk>> reviewers, DeskProperties properties, Clock clock) {
        this.reviewers = reviewers;
        this.properties = properties;
        this.clock = clock;
    }

    /**
     * Those of these departments that have somebody who acts for that division.
     *
     * @throws FarSideDown when sign-on has never said it yet
     */
    Set<String> at(String division, Collection<String> departments) {
        Set<Desk> now = known;
        if (now == null) {
            return found(look(), division, departments);
        }
        Set<String> found = found(now, division, departments);
        boolean mayLook = clock.instant().isAfter(lookedAt.plus(properties.pause()));
        return found.containsAll(departments) || !mayLook ? found : found(refreshed(now), division, departments);
    }

    /** One round of the watch: what is known stays when it comes to nothing. */
    void refresh() {
        try {
            look();
        } catch (FarSideDown e) {
            log.warn("sign-on does not say who reviews, what is known stays: {}", e.getMessage());
        }
    }

    /** One looks, the others go on with what is known. */
    private Set<Desk> refreshed(Set<Desk> before) {
        if (looking.compareAndSet(false, true)) {
            try {
                refresh();
            } finally {
                looking.set(false);
            }
        }
        Set<Desk> after = known;
        return after == null ? before : after;
    }

    private Set<Desk> look() {
        lookedAt = clock.instant();
        Set<Desk> seen = reviewers.get();
        known = seen;
        return seen;
    }

    private static Set<String> found(Set<Desk> desks, String division, Collection<String> departments) {
        return desks.stream()
                .filter(desk -> departments.contains(desk.department()) && desk.isFor(division))
                .map(Desk::department)
                .collect(Collectors.toUnmodifiableSet());
    }
}
