package org.tongban.catalog.importing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one import takes.
 *
 * @param itemsAtMost how many items one file may hold
 * @param bodyAtMost how many items one JSON body may hold
 * @param itemLimit the largest item, as text
 * @param unpackedLimit the largest file when it is unpacked
 * @param ratio how many times its packed size a file may have unpacked
 * @param freely what a file may have unpacked whatever its ratio; guides that are alike pack well
 * @param atOnce how many items are held in memory and answered together
 * @param sideBySide how many editors' imports run at the same time
 * @param patience how long an import waits for its turn
 */
@ConfigurationProperties("tongban.import")
record ImportProperties(
        @DefaultValue("50000") int itemsAtMost,
        @DefaultValue("1000") int bodyAtMost,
        @DefaultValue("1MB") DataSize itemLimit,
        @DefaultValue("256MB") DataSize unpackedLimit,
        @DefaultValue("50") int ratio,
        @DefaultValue("16MB") DataSize freely,
        @DefaultValue("200") int atOnce,
        @DefaultValue("2") int sideBySide,
        @DefaultValue("5s") Duration patience) {
    ImportProperties {
        if (itemsAtMost < 1 || bodyAtMost < 1 || atOnce < 1 || ratio < 1 || sideBySide < 1) {
            throw new IllegalArgumentException("tongban.import takes at least one item, one at once, and one editor");
        }
    }
}
