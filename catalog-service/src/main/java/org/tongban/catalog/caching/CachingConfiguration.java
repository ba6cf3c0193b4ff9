package org.tongban.catalog.caching;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The filter stands behind the check of the token: what is refused there is never kept. */
@Configuration(proxyBeanMethods = false)
class CachingConfiguration {
    @Bean
    PublicReads publicReads(CachingProperties properties) {
        return new PublicReads(properties);
    }
}
