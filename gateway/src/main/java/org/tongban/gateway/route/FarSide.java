package org.tongban.gateway.route;

import java.net.URI;
import java.util.List;
import java.util.function.Predicate;

/**
 * One route: a family of paths and the service behind it.
 *
 * @param name the id of the route
 * @param service the word for the service in problems and logs; routes of one service share its {@link Upstream}
 * @param addresses scheme, host and port of each instance of the service
 * @param health a path of the service that answers 200 when it takes requests
 * @param owns which raw paths are its own
 */
record FarSide(String name, String service, List<URI> addresses, String health, Predicate<String> owns) {
    private static final String READINESS = "/actuator/health/readiness";

    static FarSide service(String name, List<URI> addresses) {
        String prefix = "/api/" + name + '/';
        return new FarSide(name, name, addresses, READINESS, path -> path.startsWith(prefix));
    }

    /** The same service by a route of its own for some of its paths. */
    FarSide also(String route, Predicate<String> its) {
        return new FarSide(route, service, addresses, health, its);
    }
}
