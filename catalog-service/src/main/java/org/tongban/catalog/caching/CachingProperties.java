package org.tongban.catalog.caching;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How long a public read may be kept.
 *
 * @param maxAge after it whoever kept an answer asks again; zero is always
 */
@ConfigurationProperties("tongban.caching")
record CachingProperties(@DefaultValue("60s") Duration maxAge) {
    CachingProperties {
        if (maxAge.isNegative()) {
            throw new IllegalArgumentException("tongban.caching.max-age must not be negative");
        }
    }
}
