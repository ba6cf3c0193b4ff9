package org.tongban.platform.description;

import jakarta.servlet.http.HttpServletRequest;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.security.web.SecurityFilterChain;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.security.Caller;

/** How every service's description speaks of callers, commands and refusals. */
@AutoConfiguration(afterName = "org.tongban.platform.security.SecurityConfiguration")
class DescriptionConfiguration {
    static {
        SpringDocUtils.getConfig().addRequestWrapperToIgnore(Caller.class, Command.class);
    }

    @Bean
    OperationCustomizer commandHeaders() {
        return new CommandHeaders();
    }

    @Bean
    OpenApiCustomizer sharedDescription(SecurityFilterChain chain, HttpServletRequest asked) {
        return new SharedDescription(new Doors(chain), asked);
    }
}
