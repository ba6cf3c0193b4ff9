package org.tongban.gateway.limit;

import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A body that breaks off when it comes too slowly. Time in which nobody behind wanted more of it does not count. */
final class PacedBody extends ServerHttpRequestDecorator {
    private final BodySettings settings;

    PacedBody(ServerHttpRequest request, BodySettings settings) {
        super(request);
        this.settings = settings;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            Pace pace = new Pace();
            Mono<Void> tooSlow = Flux.interval(settings.paceWindow())
                    .takeUntil(window -> pace.isLost(settings.leastInWindow()))
                    .then(Mono.<Void>error(PacedBody::tooSlow));
            Mono<Void> tooLong = Mono.delay(settings.longest()).then(Mono.error(PacedBody::tooSlow));
            return super.getBody()
                    .doOnRequest(pace::wanted)
                    .doOnNext(pace)
                    .takeUntilOther(Mono.firstWithSignal(tooSlow, tooLong));
        });
    }

    private static Refusal tooSlow() {
        return new Refusal(ProblemType.REQUEST_TOO_SLOW).header("Connection", "close");
    }

    /** What was wanted of the body and what came, since the last look. */
    private static final class Pace implements Consumer<DataBuffer> {
        private final AtomicLong wanted = new AtomicLong();
        private final AtomicLong came = new AtomicLong();
        private volatile boolean rested;

        void wanted(long pieces) {
            wanted.accumulateAndGet(pieces, (before, more) -> before + more < 0 ? Long.MAX_VALUE : before + more);
        }

        @Override
        public void accept(DataBuffer piece) {
            came.addAndGet(piece.readableByteCount());
            if (wanted.decrementAndGet() == 0) {
                rested = true;
            }
        }

        boolean isLost(long least) {
            boolean full = !rested;
            rested = wanted.get() == 0;
            return came.getAndSet(0) < least && full;
        }
    }
}
