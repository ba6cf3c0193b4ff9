package org.tongban.gateway.token;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.JWTParser;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.BadJWTException;
import com.nimbusds.jwt.proc.ExpiredJWTException;
import com.nimbusds.jwt.proc.JWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/**
 * Verifies tokens and remembers for a short while those that did. Verifying may have to read keys over the network, so
 * it has few threads of its own and a short queue; the event loops never wait for it.
 */
@Component
final class Tokens {
    private static final int REMEMBERED = 10_000;
    private static final int WAITING = 2_000;

    /** Longer than any access token lasts. */
    private static final Duration LONGEST = Duration.ofHours(1);

    private final JWTProcessor<SecurityContext> processor;
    private final Keys keys;
    private final Clock clock;
    private final Duration believed;
    private final Cache<String, Verified> remembered;
    private final Scheduler verifiers = Schedulers.newBoundedElastic(4, WAITING, "token-verifier");

    Tokens(TokenSettings settings, Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
        processor = TokenRules.processor(settings, keys.source());
        believed = settings.remembered();
        remembered = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(LONGEST)
                .build();
    }

    private record Verified(SignedIn caller, Instant at) {
        boolean lastsAt(Instant now) {
            return caller.until().isAfter(now);
        }
    }

    @Nullable
    SignedIn known(String token) {
        @Nullable Verified verified = remembered.getIfPresent(token);
        Instant now = clock.instant();
        return verified != null
                        && verified.lastsAt(now)
                        && verified.at().plus(believed).isAfter(now)
                ? verified.caller()
                : null;
    }

    /** Whether it has verified here before and is not over, be it to be verified again. */
    boolean verifiedOnce(String token) {
        @Nullable Verified verified = remembered.getIfPresent(token);
        return verified != null && verified.lastsAt(clock.instant());
    }

    Mono<SignedIn> verify(String token) {
        SignedJWT signed;
        try {
            if (!(JWTParser.parse(token) instanceof SignedJWT jws)) {
                return Mono.error(Doubt.UNSIGNED.refusal());
            }
            signed = jws;
        } catch (ParseException unreadable) {
            return Mono.error(Doubt.UNREADABLE.refusal());
        }
        return Mono.fromCallable(() -> verified(token, signed))
                .subscribeOn(verifiers)
                .onErrorMap(RejectedExecutionException.class, full -> keysUnavailable());
    }

    private SignedIn verified(String token, SignedJWT signed) {
        try {
            JWTClaimsSet claims = processor.process(signed, null);
            Date end = claims.getExpirationTime();
            SignedIn caller = new SignedIn(claims.getSubject(), end == null ? Instant.MIN : end.toInstant());
            remembered.put(token, new Verified(caller, clock.instant()));
            return caller;
        } catch (ExpiredJWTException expired) {
            remembered.invalidate(token);
            throw Doubt.EXPIRED.refusal();
        } catch (BadJWTException claims) {
            remembered.invalidate(token);
            throw Doubt.NOT_OURS.refusal();
        } catch (KeySourceException unreadable) {
            throw keys.known() ? Doubt.UNKNOWN_KEY.refusal() : keysUnavailable();
        } catch (BadJOSEException | JOSEException signature) {
            remembered.invalidate(token);
            throw Doubt.FORGED.refusal();
        }
    }

    private static Refusal keysUnavailable() {
        return new Refusal(ProblemType.KEYS_UNAVAILABLE).retryAfter(Duration.ofSeconds(5));
    }
}
