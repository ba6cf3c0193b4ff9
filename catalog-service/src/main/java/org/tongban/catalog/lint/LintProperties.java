package org.tongban.catalog.lint;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How many guides are looked over for editors at once.
 *
 * @param atOnce side by side
 * @param waiting how many more wait for their turn; everybody else is told to come again
 * @param patience how long they wait
 */
@ConfigurationProperties("tongban.lint")
record LintProperties(
        @DefaultValue("2") int atOnce,
        @DefaultValue("8") int waiting,
        @DefaultValue("5s") Duration patience) {
    LintProperties {
        if (atOnce < 1 || waiting < 0) {
            throw new IllegalArgumentException("tongban.lint: at least 1 at once, and 0 who wait");
        }
    }
}
