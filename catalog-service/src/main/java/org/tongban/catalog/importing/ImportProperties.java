package org.tongban.catalog.importing;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How much one import takes.
 *
 * @param itemsAtMost how many items one file may hold
 * @param itemLimit the largest item, as text
 * @param unpackedLimit the largest file when it is unpacked
 * @param atOnce how many items are held in memory and answered together
 */
@ConfigurationProperties("tongban.import")
record ImportProperties(
        @DefaultValue("50000") int itemsAtMost,
        @DefaultValue("1MB") DataSize itemLimit,
        @DefaultValue("512MB") DataSize unpackedLimit,
        @DefaultValue("200") int atOnce) {
    ImportProperties {
        if (itemsAtMost < 1 || atOnce < 1) {
            throw new IllegalArgumentException("tongban.import takes at least one item, and one at once");
        }
    }
}
