package org.tongban.gateway.route;

import java.net.URI;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** One instance of a service: where it is, what is under way there, and whether it is left in peace. */
final class UpstreamAddress {
    private final URI base;
    private final Breaker breaker;
    private final Places calls;
    private final Places uploads;
    private final Places streams = new Places(Integer.MAX_VALUE);

    /**
     * @param calls at once, uploads and streams not counted
     * @param uploads at once
     */
    UpstreamAddress(URI base, Breaker breaker, int calls, int uploads) {
        this.base = base;
        this.breaker = breaker;
        this.calls = new Places(calls);
        this.uploads = new Places(uploads);
    }

    private record Places(int most, AtomicInteger taken) {
        Places(int most) {
            this(most, new AtomicInteger());
        }
    }

    Breaker breaker() {
        return breaker;
    }

    int underWay(CallKind kind) {
        return places(kind).taken().get();
    }

    /** Takes a place for a call; {@link #leave} gives it back. Answers no when all are taken. */
    boolean enter(CallKind kind) {
        if (places(kind).taken().incrementAndGet() <= places(kind).most()) {
            return true;
        }
        leave(kind);
        return false;
    }

    void leave(CallKind kind) {
        places(kind).taken().decrementAndGet();
    }

    private Places places(CallKind kind) {
        return switch (kind) {
            case STREAM -> streams;
            case UPLOAD -> uploads;
            case READ, WRITE, DOWNLOAD, PRINT -> calls;
        };
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
