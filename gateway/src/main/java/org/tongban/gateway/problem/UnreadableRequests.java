package org.tongban.gateway.problem;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;
import org.tongban.gateway.trace.Trace;
import reactor.netty.NettyPipeline;

/**
 * Gives a body to the bare refusals that the server writes when it cannot even read a request: headers over the limit,
 * an endless request line, a malformed address. No filter ever sees those, and no header of the caller is at hand: they
 * are answered in Chinese.
 */
@Component
@ChannelHandler.Sharable
final class UnreadableRequests extends ChannelOutboundHandlerAdapter
        implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final Problems problems;

    UnreadableRequests(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.doOnChannelInit((observer, channel, remote) ->
                channel.pipeline().addAfter(NettyPipeline.HttpCodec, "unreadable-requests", this)));
    }

    @Override
    public void write(ChannelHandlerContext context, Object message, ChannelPromise promise) throws Exception {
        if (message instanceof FullHttpResponse response && isBareRefusal(response)) {
            super.write(context, explained(response), promise);
            return;
        }
        super.write(context, message, promise);
    }

    /** What went through the filters carries their headers; what did not, does not. */
    private static boolean isBareRefusal(FullHttpResponse response) {
        return response.status().code() >= 400
                && !response.content().isReadable()
                && !response.headers().contains("X-Content-Type-Options");
    }

    private FullHttpResponse explained(FullHttpResponse bare) {
        ProblemType type = switch (bare.status().code()) {
            case 414 -> ProblemType.ADDRESS_TOO_LONG;
            case 431 -> ProblemType.HEADERS_TOO_LARGE;
            case 408 -> ProblemType.REQUEST_TOO_SLOW;
            case 500 -> ProblemType.INTERNAL;
            default -> ProblemType.BAD_INPUT;
        };
        byte[] body =
                problems.write(new Refusal(type), Language.ZH, "", Trace.fresh().id());
        FullHttpResponse explained = new DefaultFullHttpResponse(
                bare.protocolVersion(), HttpResponseStatus.valueOf(type.status()), Unpooled.wrappedBuffer(body));
        HttpHeaders headers = explained.headers().set(bare.headers());
        headers.set(HttpHeaderNames.CONTENT_TYPE, Problems.MEDIA_TYPE);
        headers.set(HttpHeaderNames.CONTENT_LANGUAGE, Language.ZH.tag());
        headers.set(HttpHeaderNames.CACHE_CONTROL, "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.setInt(HttpHeaderNames.CONTENT_LENGTH, body.length);
        bare.release();
        return explained;
    }
}
