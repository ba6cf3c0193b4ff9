package org.tongban.catalog.printing;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How lists are printed.
 *
 * @param fonts a folder of TrueType fonts ({@code *.ttf}) that are asked for characters the built-in Noto Sans SC lacks
 *     (it has GB 2312 and whatever the catalogue's data hold); null for none
 * @param atOnce how many pages and PDFs are made side by side
 * @param patience how long one more waits for its turn
 */
@ConfigurationProperties("tongban.print")
record PrintProperties(
        @Nullable Path fonts,
        @DefaultValue("2") int atOnce,
        @DefaultValue("5s") Duration patience) {
    PrintProperties {
        if (atOnce < 1) {
            throw new IllegalArgumentException("tongban.print: at least 1 page at once");
        }
    }
}
