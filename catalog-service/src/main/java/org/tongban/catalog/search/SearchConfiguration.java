package org.tongban.catalog.search;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.catalog.reference.References;

/** The one index of this instance, and what to type for it. */
@Configuration(proxyBeanMethods = false)
class SearchConfiguration {
    @Bean
    ItemIndex itemIndex() {
        return new ItemIndex();
    }

    @Bean
    Suggestions suggestions(ItemIndex index, References references) {
        return new Suggestions(index, references::now);
    }
}
