package org.tongban.catalog.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The one index of this instance. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    ItemIndex itemIndex() {
        return new ItemIndex();
    }
}
