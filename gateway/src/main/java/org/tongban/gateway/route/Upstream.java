package org.tongban.gateway.route;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;

/** A service with all its addresses; a call goes where least is under way, in turn where it is the same. */
final class Upstream {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final String name;
    private final Duration rest;
    private final List<UpstreamAddress> addresses;
    private final AtomicInteger turn = new AtomicInteger();

    /** @param rest when a caller may come again after all addresses were found away */
    Upstream(String name, Duration rest, List<UpstreamAddress> addresses) {
        if (addresses.isEmpty()) {
            throw new IllegalArgumentException("no address of " + name);
        }
        this.name = name;
        this.rest = rest;
        this.addresses = List.copyOf(addresses);
    }

    String name() {
        return name;
    }

    List<UpstreamAddress> addresses() {
        return addresses;
    }

    /** Whether there is an address for one more try. */
    boolean hasOther(Collection<UpstreamAddress> tried) {
        return addresses.stream()
                .anyMatch(address ->
                        !tried.contains(address) && !address.breaker().isOpen());
    }

    /**
     * Takes a place at the best address that was not tried yet; whoever calls gives it back.
     *
     * @throws Refusal when each one is left in peace, or has as much under way as it may
     */
    UpstreamAddress enter(CallKind kind, Collection<UpstreamAddress> tried) {
        List<UpstreamAddress> passedOver = List.copyOf(tried);
        @Nullable UpstreamAddress best = best(kind, passedOver);
        while (best != null && !best.enter(kind)) {
            passedOver = with(passedOver, best);
            best = best(kind, passedOver);
        }
        if (best != null) {
            return best;
        }
        throw passedOver.size() > tried.size()
                ? new Refusal(ProblemType.FAR_SIDE_BUSY, name).retryAfter(SOON)
                : new Refusal(ProblemType.FAR_SIDE_DOWN, name).retryAfter(rest);
    }

    private @Nullable UpstreamAddress best(CallKind kind, Collection<UpstreamAddress> tried) {
        int first = Math.floorMod(tried.isEmpty() ? turn.getAndIncrement() : turn.get(), addresses.size());
        @Nullable UpstreamAddress best = null;
        for (int at = 0; at < addresses.size(); at++) {
            UpstreamAddress address = addresses.get((first + at) % addresses.size());
            if (!address.breaker().isOpen()
                    && !tried.contains(address)
                    && (best == null || address.underWay(kind) < best.underWay(kind))) {
                best = address;
            }
        }
        return best;
    }

    static List<UpstreamAddress> with(Collection<UpstreamAddress> some, UpstreamAddress one) {
        return Stream.concat(some.stream(), Stream.of(one)).toList();
    }
}
