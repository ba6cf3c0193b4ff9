package org.tongban.catalog.caching;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter stands behind the check of the token: what is refused there is never kept. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(CachingProperties.class)
class CachingConfiguration {
    @Bean
    PublicReads publicReads(CachingProperties properties) {
        return new PublicReads(properties);
    }
}
