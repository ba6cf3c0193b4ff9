package org.tongban.identity.desk;

import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.farside.FarSides;
import org.tongban.platform.loop.Loop;
import org.tongban.platform.security.Role;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(DeskProperties.class)
class DeskConfiguration {
    @Bean
    Desks desks(FarSides farSides, DeskProperties properties, Clock clock) {
        Reviewers reviewers = new Reviewers(farSides.asSystem("keycloak"), properties.realm());
        return new Desks(reviewers::desks, properties, clock);
    }

    @Bean
    Heads heads(FarSides farSides, DeskProperties properties, Clock clock) {
        Members members = new Members(farSides.asSystem("keycloak"), properties.realm(), Role.HEAD);
        return new Heads(() -> members.all(Members.Member::head), properties, clock);
    }

    @Bean
    Loop deskWatch(Desks desks, Heads heads, DeskProperties properties) {
        return new Loop("desk-watch", properties.every(), () -> {
            desks.refresh();
            heads.refresh();
        });
    }
}
