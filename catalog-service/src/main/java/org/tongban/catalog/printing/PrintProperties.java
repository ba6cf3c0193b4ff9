package org.tongban.catalog.printing;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How lists are printed.
 *
 * @param fonts a folder of TrueType fonts ({@code *.ttf}) that are asked for characters the built-in Noto Sans SC lacks
 *     (it has GB 2312 and whatever the catalogue's data hold); null for none
 * @param atOnce how many pages and PDFs are made side by side
 * @param waiting how many more wait to be made
 * @param waitingPerCaller how many of them one person, or one address, has asked for
 * @param patience how long whoever asks waits for it; it is made nevertheless, so that the next time it is there
 * @param kept how much of what was made is kept in memory
 */
@ConfigurationProperties("tongban.print")
record PrintProperties(
        @Nullable Path fonts,
        @DefaultValue("2") int atOnce,
        @DefaultValue("16") int waiting,
        @DefaultValue("3") int waitingPerCaller,
        @DefaultValue("5s") Duration patience,
        @DefaultValue("32MB") DataSize kept) {
    PrintProperties {
        if (atOnce < 1 || waiting < 1 || waitingPerCaller < 1) {
            throw new IllegalArgumentException("tongban.print: at least 1 page at once, and 1 that waits");
        }
    }
}
