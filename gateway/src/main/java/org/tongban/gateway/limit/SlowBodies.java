package org.tongban.gateway.limit;

import org.springframework.boot.reactor.netty.NettyReactiveWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.stereotype.Component;

/** A caller who stops in the middle of a body does not hold a connection for ever. */
@Component
final class SlowBodies implements WebServerFactoryCustomizer<NettyReactiveWebServerFactory> {
    private final BodySettings settings;

    SlowBodies(BodySettings settings) {
        this.settings = settings;
    }

    @Override
    public void customize(NettyReactiveWebServerFactory factory) {
        factory.addServerCustomizers(server -> server.readTimeout(settings.pause()));
    }
}
