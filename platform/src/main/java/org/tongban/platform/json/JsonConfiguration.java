package org.tongban.platform.json;

import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;

/** Makes the application's own mapper follow the rules of {@link Json}. */
@Configuration(proxyBeanMethods = false)
public class JsonConfiguration {

    /** Comes last, so that no property of an environment bends the rules. */
    @Bean
    @Order(Ordered.LOWEST_PRECEDENCE)
    JsonMapperBuilderCustomizer houseRules() {
        return Json::rules;
    }
}
