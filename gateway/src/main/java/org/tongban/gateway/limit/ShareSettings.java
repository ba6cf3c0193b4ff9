package org.tongban.gateway.limit;

import java.util.Objects;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * How much of each scarce thing one caller may have under way at once.
 *
 * @param bodies bodies that are no files, while they come in
 * @param uploads files and imports, from the first byte to the answer
 * @param downloads files and exports
 * @param prints answers that are set in type first
 * @param streams streams of entries
 */
@ConfigurationProperties("tongban.gateway.shares")
record ShareSettings(Most bodies, Most uploads, Most downloads, Most prints, Most streams) {
    ShareSettings {
        for (Most most : new Most[] {bodies, uploads, downloads, prints, streams}) {
            Objects.requireNonNull(most, "tongban.gateway.shares names all five");
        }
    }

    /**
     * @param person of a person or client that signed in, over all its addresses
     * @param address of everybody else at one address together
     */
    record Most(int person, int address) {
        Most {
            if (person < 1 || address < 1) {
                throw new IllegalArgumentException("a share is at least 1");
            }
        }
    }
}
