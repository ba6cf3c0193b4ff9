package org.tongban.gateway.limit;

import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.tongban.gateway.address.CallerAddress;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Mono;

/** Reads bodies whole: so many at once of each caller, each within its time, all within a bounded memory. */
@Component
final class Collecting {
    private static final Duration SOON = Duration.ofSeconds(2);

    private final BodySettings settings;
    private final Shares shares;
    private final CallerAddress addresses;
    private final AtomicLong inMemory = new AtomicLong();

    Collecting(BodySettings settings, Shares shares, CallerAddress addresses) {
        this.settings = settings;
        this.shares = shares;
        this.addresses = addresses;
    }

    /** Goes on with the body when it is there; until then nothing else has begun. */
    Mono<Void> whole(
            ServerWebExchange exchange, ServerHttpRequest watched, Function<ServerHttpRequest, Mono<Void>> onward) {
        Counted caller = Counted.of(exchange, addresses);
        return Mono.using(
                () -> new Collected(inMemory),
                collected -> shares.bodies()
                        .during(caller, read(watched, collected))
                        .onErrorMap(Collecting::hangingUp)
                        .then(Mono.defer(() -> onward.apply(new KeptRequest(
                                watched,
                                collected.bytes(),
                                exchange.getResponse().bufferFactory())))),
                Collected::forget);
    }

    private Mono<Void> read(ServerHttpRequest watched, Collected collected) {
        return watched.getBody()
                .doOnNext(piece -> collected.add(piece, settings.atOnce().toBytes()))
                .then()
                .timeout(settings.deadline())
                .onErrorMap(TimeoutException.class, late -> new Refusal(ProblemType.REQUEST_TOO_SLOW));
    }

    /** What is still to come of the body is not waited for: the connection ends with the answer. */
    private static Throwable hangingUp(Throwable thrown) {
        return thrown instanceof Refusal refusal && refusal.type() != ProblemType.BODY_TOO_LARGE
                ? refusal.header("Connection", "close")
                : thrown;
    }

    /** The bytes of one body, counted among those of all. */
    private static final class Collected {
        private final AtomicLong all;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream(1024);

        Collected(AtomicLong all) {
            this.all = all;
        }

        void add(DataBuffer piece, long mostOfAll) {
            int size = piece.readableByteCount();
            byte[] copy = new byte[size];
            piece.read(copy);
            DataBufferUtils.release(piece);
            bytes.writeBytes(copy);
            if (all.addAndGet(size) > mostOfAll) {
                throw new Refusal(ProblemType.BUSY).retryAfter(SOON);
            }
        }

        byte[] bytes() {
            return bytes.toByteArray();
        }

        void forget() {
            all.addAndGet(-bytes.size());
        }
    }
}
