package org.tongban.gateway.token;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.health.HealthStatus;
import java.net.MalformedURLException;
import org.springframework.stereotype.Component;

/**
 * The public keys of the realm, read directly from the sign-on service: kept, read anew in the background before they
 * grow old, still used when it cannot be reached, and never asked for more often than allowed, however many unknown
 * keys tokens name.
 */
@Component
final class Keys {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST = 100_000;
    private static final long FOR_EVER = Long.MAX_VALUE / 4;

    private final JWKSource<SecurityContext> source;
    private volatile boolean known;

    Keys(TokenSettings settings) throws MalformedURLException {
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);
        long kept = settings.keysKept().toMillis();
        source = JWKSourceBuilder.create(settings.jwks().toURL(), retriever)
                .cache(kept, 2L * TIMEOUT_MILLIS + 1_000)
                .refreshAheadCache(kept / 2, true)
                .rateLimited(settings.keysPause().toMillis())
                .outageTolerant(FOR_EVER)
                .healthReporting(report -> known |= report.getHealthStatus() == HealthStatus.HEALTHY)
                .build();
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    /** Whether the keys were ever read: if so a key that is not among them is the token's fault, else it is ours. */
    boolean known() {
        return known;
    }
}
