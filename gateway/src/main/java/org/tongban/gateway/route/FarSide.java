package org.tongban.gateway.route;

import java.net.URI;
import java.util.function.Predicate;

/**
 * One route: a family of paths and the service behind it.
 *
 * @param name also the id of the route, and the word for it in problems
 * @param base scheme, host and port of the service
 * @param streams whether its answers are streams: no time-out, no breaker, connections of their own
 * @param owns which raw paths are its own
 */
record FarSide(String name, URI base, boolean streams, Predicate<String> owns) {
    static FarSide service(String name, URI base) {
        String prefix = "/api/" + name + '/';
        return new FarSide(name, base, false, path -> path.startsWith(prefix));
    }

    /** The same request at the far side: path and query exactly as they were sent. */
    URI at(URI asked) {
        StringBuilder address = new StringBuilder(base.getScheme())
                .append("://")
                .append(base.getRawAuthority())
                .append(asked.getRawPath());
        if (asked.getRawQuery() != null) {
            address.append('?').append(asked.getRawQuery());
        }
        return URI.create(address.toString());
    }
}
