package org.tongban.application.catalog;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.farside.FarSides;

@Configuration(proxyBeanMethods = false)
class CatalogConfiguration {
    @Bean
    Catalog catalog(FarSides farSides) {
        return new Catalog(farSides.open("catalog"));
    }

    @Bean
    DocumentKinds documentKinds(FarSides farSides, Clock clock) {
        return new DocumentKinds(farSides.open("catalog"), clock);
    }

    @Bean
    Notices notices(FarSides farSides, Clock clock) {
        return new Notices(farSides.open("catalog"), clock);
    }
}
