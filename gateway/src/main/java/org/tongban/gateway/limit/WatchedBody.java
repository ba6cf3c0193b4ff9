package org.tongban.gateway.limit;

import io.netty.handler.timeout.ReadTimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.core.io.buffer.DataBufferUtils;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.http.server.reactive.ServerHttpRequestDecorator;
import org.tongban.gateway.problem.ProblemType;
import org.tongban.gateway.problem.Refusal;
import reactor.core.publisher.Flux;

/**
 * A body that breaks off when it passes its limit. Its own failures become refusals, so that a caller who goes away or
 * falls asleep is never held against the far side.
 */
final class WatchedBody extends ServerHttpRequestDecorator {
    private final long limit;

    WatchedBody(ServerHttpRequest request, long limit) {
        super(request);
        this.limit = limit;
    }

    @Override
    public Flux<DataBuffer> getBody() {
        return Flux.defer(() -> {
            AtomicLong seen = new AtomicLong();
            return super.getBody().onErrorMap(WatchedBody::ofTheCaller).handle((piece, onward) -> {
                if (seen.addAndGet(piece.readableByteCount()) > limit) {
                    DataBufferUtils.release(piece);
                    onward.error(new Refusal(ProblemType.BODY_TOO_LARGE, limit));
                } else {
                    onward.next(piece);
                }
            });
        });
    }

    private static Throwable ofTheCaller(Throwable failure) {
        return new Refusal(
                failure instanceof ReadTimeoutException ? ProblemType.REQUEST_TOO_SLOW : ProblemType.BAD_INPUT);
    }
}
