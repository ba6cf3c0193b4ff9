package org.tongban.gateway.route;

import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.MediaType;
import reactor.core.publisher.Flux;

/** The far sides as routes of Spring Cloud Gateway. */
@Configuration(proxyBeanMethods = false)
class Routes {
    @Bean
    RouteLocator farSideRoutes(FarSides farSides) {
        return () -> Flux.fromIterable(farSides.all()).map(Routes::route);
    }

    /** Switched off by Spring Cloud Gateway together with its stock routing filter, which ours replaces. */
    @Bean
    NettyWriteResponseFilter answers(ObjectProvider<List<HttpHeadersFilter>> headers) {
        return new NettyWriteResponseFilter(List.of(MediaType.TEXT_EVENT_STREAM), headers);
    }

    private static Route route(FarSide side) {
        return Route.async()
                .id(side.name())
                .uri(side.base())
                .predicate(exchange ->
                        side.owns().test(exchange.getRequest().getURI().getRawPath()))
                .build();
    }
}
