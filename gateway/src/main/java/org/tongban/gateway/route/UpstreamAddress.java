package org.tongban.gateway.route;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One instance of a service: where it is, what is under way there, and whether it is left in peace. */
final class UpstreamAddress {
    private final URI base;
    private final Breaker breaker;
    private final int most;
    private final AtomicInteger calls = new AtomicInteger();
    private final AtomicInteger streams = new AtomicInteger();

    /** @param most calls at once, streams not counted */
    UpstreamAddress(URI base, Breaker breaker, int most) {
        this.base = base;
        this.breaker = breaker;
        this.most = most;
    }

    Breaker breaker() {
        return breaker;
    }

    int underWay(CallKind kind) {
        return counter(kind).get();
    }

    /** Takes a place for a call; {@link #leave} gives it back. Answers no when all are taken. */
    boolean enter(CallKind kind) {
        if (counter(kind).incrementAndGet() <= most || kind == CallKind.STREAM) {
            return true;
        }
        leave(kind);
        return false;
    }

    void leave(CallKind kind) {
        counter(kind).decrementAndGet();
    }

    private AtomicInteger counter(CallKind kind) {
        return kind == CallKind.STREAM ? streams : calls;
    }

    /** The same request at this address: path and query exactly as they were sent. */
    URI at(URI asked) {
        return at(base, asked.getRawPath(), asked.getRawQuery());
    }

    static URI at(URI base, String rawPath, @Nullable String rawQuery) {
        StringBuilder address = new StringBuilder(base.getScheme())
                .append("://")
                .append(base.getRawAuthority())
                .append(rawPath);
        if (rawQuery != null) {
            address.append('?').append(rawQuery);
        }
        return URI.create(address.toString());
    }

    @Override
    public String toString() {
        return base.toString();
    }
}
