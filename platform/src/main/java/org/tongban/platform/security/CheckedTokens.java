package org.tongban.platform.security;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jwt.JWTParser;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.tongban.platform.code.Sha256;

/**
 * Checks tokens and takes those that verified at their word for a short time, never beyond their end. A token is refused
 * only by somebody who has the keys to judge it.
 */
final class CheckedTokens implements JwtDecoder {
    private static final int MOST = 10_000;

    private final JwtDecoder decoder;
    private final SigningKeys keys;
    private final Clock clock;
    /** By digest, so that no heap dump holds what somebody could sign in with. */
    private final Cache<String, Jwt> verified;

    CheckedTokens(JwtDecoder decoder, SigningKeys keys, SecurityProperties properties, Clock clock) {
        this.decoder = decoder;
        this.keys = keys;
        this.clock = clock;
        this.verified = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfterWrite(properties.remembered())
                .build();
    }

    /** Nobody can tell whether this token is good; that is no fault of the token. */
    static final class Undecided extends AuthenticationException {
        private Undecided(JwtException cause) {
            super("the keys cannot be read", cause);
        }
    }

    @Override
    public Jwt decode(String token) {
        String digest = Sha256.hex(token.getBytes(StandardCharsets.UTF_8));
        Jwt known = verified.getIfPresent(digest);
        if (known != null && isStillGood(known)) {
            return known;
        }
        try {
            Jwt fresh = decoder.decode(token);
            verified.put(digest, fresh);
            return fresh;
        } catch (BadJwtException e) {
            if (keys.mayLack(keyId(token))) {
                throw new Undecided(e);
            }
            throw e;
        } catch (JwtException e) {
            if (keys.areReachable()) {
                // it names a key that was asked for too often; of any other kind it would be taken for a fault of ours
                throw new BadJwtException("no key for this token", e);
            }
            throw new Undecided(e);
        }
    }

    private boolean isStillGood(Jwt token) {
        Instant end = token.getExpiresAt();
        return end != null && clock.instant().isBefore(end);
    }

    private static @Nullable String keyId(String text) {
        try {
            return JWTParser.parse(text).getHeader().toJSONObject().get("kid") instanceof String id ? id : null;
        } catch (ParseException e) {
            return null;
        }
    }
}
