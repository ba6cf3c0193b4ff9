package org.tongban.gateway.route;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.springframework.stereotype.Component;

/** All far sides, in the order in which their paths are tried. What none of them owns does not exist. */
@Component
final class FarSides {
    private static final String TRACKING = "/api/tracking/";
    private static final String STREAM = "/stream";
    private static final String SIGN_ON = "/auth/realms/tongban";

    private final List<FarSide> all;
    private final List<FarSide> services;

    FarSides(FarSideSettings settings) {
        FarSide tracking = FarSide.service("tracking", settings.tracking());
        services = List.of(
                tracking,
                FarSide.service("application", settings.application()),
                FarSide.service("catalog", settings.catalog()),
                FarSide.service("notification", settings.notification()),
                FarSide.service("identity", settings.identity()));
        all = new ArrayList<>();
        all.add(tracking.also("tracking-stream", FarSides::isStream));
        all.addAll(services);
        all.add(new FarSide("sign-on", "sign-on", settings.keycloak(), SIGN_ON, FarSides::isSignOn));
    }

    List<FarSide> all() {
        return Collections.unmodifiableList(all);
    }

    /** Those that are services of ours. */
    List<FarSide> services() {
        return services;
    }

    static boolean isStream(String path) {
        int code = path.length() - STREAM.length();
        return code > TRACKING.length()
                && path.startsWith(TRACKING)
                && path.endsWith(STREAM)
                && path.indexOf('/', TRACKING.length()) == code;
    }

    /** Our realm and the files of its pages; neither the admin console nor another realm is seen from outside. */
    private static boolean isSignOn(String path) {
        return path.startsWith(SIGN_ON + '/') || path.equals(SIGN_ON) || path.startsWith("/auth/resources/");
    }
}
