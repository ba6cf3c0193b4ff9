package org.tongban.gateway.route;

import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.core.publisher.Flux;

/** The far sides as routes of Spring Cloud Gateway. */
@Configuration(proxyBeanMethods = false)
class Routes {
    @Bean
    RouteLocator farSideRoutes(FarSides farSides) {
        return () -> Flux.fromIterable(farSides.all()).map(Routes::route);
    }

    private static Route route(FarSide side) {
        return Route.async()
                .id(side.name())
                .uri(side.addresses().get(0))
                .predicate(exchange ->
                        side.owns().test(exchange.getRequest().getURI().getRawPath()))
                .build();
    }
}
