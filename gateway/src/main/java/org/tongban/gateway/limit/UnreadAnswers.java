package org.tongban.gateway.limit;

import io.netty.channel.Channel;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelOutboundBuffer;
import java.time.Duration;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/**
 * A caller who takes nothing of what waits for it is hung up on, and with that the call behind ends: its thread is free
 * again. A quiet stream has nothing waiting; one whose entries pile up has.
 */
@Component
final class UnreadAnswers implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private static final Logger log = LoggerFactory.getLogger(UnreadAnswers.class);
    private static final int LOOKS = 6;

    /**
     * What the system may keep of an answer, in bytes. With the megabytes it would take by itself a slow reader empties
     * them for minutes before anything moves here.
     */
    private static final int KEPT_BY_THE_SYSTEM = 256 * 1024;

    private final Duration patience;

    UnreadAnswers(LimitSettings settings) {
        patience = settings.unread();
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.childOption(ChannelOption.SO_SNDBUF, KEPT_BY_THE_SYSTEM)
                .doOnChannelInit((observer, channel, remote) -> watch(channel)));
    }

    private void watch(Channel channel) {
        long pause = Math.max(1, patience.toMillis() / LOOKS);
        Future<?> looks =
                channel.eventLoop().scheduleWithFixedDelay(new Look(channel), pause, pause, TimeUnit.MILLISECONDS);
        channel.closeFuture().addListener(closed -> looks.cancel(false));
    }

    /** Compares what waits now with what waited at the last look. */
    private static final class Look implements Runnable {
        private final Channel channel;
        private @Nullable Object first;
        private long ofFirst;
        private long waiting;
        private int unmoved;

        Look(Channel channel) {
            this.channel = channel;
        }

        @Override
        public void run() {
            @Nullable ChannelOutboundBuffer buffer = channel.unsafe().outboundBuffer();
            if (buffer == null || buffer.totalPendingWriteBytes() == 0) {
                first = null;
                unmoved = 0;
                return;
            }
            @Nullable Object now = buffer.current();
            boolean moved =
                    now != first || buffer.currentProgress() != ofFirst || buffer.totalPendingWriteBytes() < waiting;
            first = now;
            ofFirst = buffer.currentProgress();
            waiting = buffer.totalPendingWriteBytes();
            unmoved = moved ? 0 : unmoved + 1;
            if (unmoved >= LOOKS) {
                channel.close()
                        .addListener(closed -> log.info("answer not read, hung up remote={}", channel.remoteAddress()));
            }
        }
    }
}
