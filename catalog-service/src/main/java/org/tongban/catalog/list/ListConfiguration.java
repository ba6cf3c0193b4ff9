package org.tongban.catalog.list;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The keys; there is no start without one, because no list could be issued. */
@Configuration(proxyBeanMethods = false)
class ListConfiguration {
    @Bean
    ListKeys listKeys(ListProperties properties) {
        return ListKeys.in(properties.keys());
    }
}
