package org.tongban.platform.security;

import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetSourceWrapper;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.URLBasedJWKSetSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The issuer's public keys: read anew when they grow old or a token names another, never more often than allowed, and
 * still used while Keycloak is away; at a start meanwhile those are taken that were read before.
 */
final class SigningKeys {
    private static final int TIMEOUT_MILLIS = 2_000;
    private static final int LARGEST = 100_000;
    private static final JWKSelector ANY = new JWKSelector(new JWKMatcher.Builder().build());
    private static final Logger log = LoggerFactory.getLogger(SigningKeys.class);

    private final JWKSource<SecurityContext> source;
    private final @Nullable KeyCopy copy;
    private volatile @Nullable JWKSet last;
    private volatile boolean reachable;

    SigningKeys(SecurityProperties properties, @Nullable KeyCopy copy) {
        this.copy = copy;
        DefaultResourceRetriever retriever = new DefaultResourceRetriever(TIMEOUT_MILLIS, TIMEOUT_MILLIS, LARGEST);
        try {
            this.source = JWKSourceBuilder.create(new Known(new URLBasedJWKSetSource<>(
                            URI.create(properties.jwks()).toURL(), retriever)))
                    .cache(properties.keysKept().toMillis(), 2L * TIMEOUT_MILLIS + 1_000)
                    .refreshAheadCache(false)
                    .rateLimited(properties.keysPause().toMillis())
                    .build();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException("tongban.security.jwks is no address: " + properties.jwks(), e);
        }
    }

    JWKSource<SecurityContext> source() {
        return source;
    }

    /** Reads them if it is time; a failure is logged once and told to nobody. */
    void look() {
        try {
            source.get(ANY, null);
        } catch (KeySourceException e) {
            log.debug("the look for signing keys found nothing", e);
        }
    }

    /** Whether the last reading went well. */
    boolean areReachable() {
        return reachable;
    }

    /** Whether there may be a key of that name which could not be read just now. */
    boolean mayLack(@Nullable String keyId) {
        JWKSet known = last;
        return !reachable && known != null && keyId != null && known.getKeyByKeyId(keyId) == null;
    }

    /** What the issuer says, and while it says nothing what it said last. */
    private final class Known extends JWKSetSourceWrapper<SecurityContext> {
        private Known(JWKSetSource<SecurityContext> issuer) {
            super(issuer);
        }

        @Override
        public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refresh, long now, @Nullable SecurityContext context)
                throws KeySourceException {
            try {
                JWKSet read = getSource().getJWKSet(refresh, now, context);
                isRead(read);
                return read;
            } catch (KeySourceException e) {
                if (reachable || last == null) {
                    log.warn("the signing keys cannot be read, those that are known go on", e);
                }
                reachable = false;
                JWKSet known = known();
                if (known == null) {
                    throw e;
                }
                // another object: the cache takes the same one for a sign that nothing was read
                return new JWKSet(known.getKeys());
            }
        }

        private void isRead(JWKSet read) {
            JWKSet before = last;
            last = read;
            reachable = true;
            if (copy != null && (before == null || !before.toString().equals(read.toString()))) {
                copy.keep(read.toString());
            }
        }

        private @Nullable JWKSet known() {
            if (last == null && copy != null) {
                last = copy.kept().map(SigningKeys::parsed).orElse(null);
            }
            return last;
        }
    }

    private static @Nullable JWKSet parsed(String keys) {
        try {
            return JWKSet.parse(keys);
        } catch (ParseException e) {
            log.error("the copy of the signing keys is none", e);
            return null;
        }
    }
}
