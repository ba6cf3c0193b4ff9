package org.tongban.tracking.scan;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.tongban.tracking.timeline.Timeline;

/**
 * What a scan is measured by.
 *
 * @param windows the windows of each hall that has scanners, by the hall's id
 * @param ahead how far a scanner's clock may be ahead before the scan is an anomaly
 * @param mostEntries a timeline with so many entries takes no more scans
 * @param mostCharacters nor does one whose facts together have so many characters
 */
@ConfigurationProperties("tongban.scan")
record ScanProperties(
        @DefaultValue Map<String, Set<String>> windows,
        @DefaultValue("5m") Duration ahead,
        @DefaultValue("1000") int mostEntries,
        @DefaultValue("2000000") long mostCharacters) {
    ScanProperties {
        windows = Map.copyOf(windows);
    }

    /** @param more entries that are about to come onto it */
    boolean isFull(Timeline timeline, int more) {
        return timeline.count() + more >= mostEntries || timeline.characters() >= mostCharacters;
    }

    boolean knows(String hall, String window) {
        return windows.getOrDefault(hall, Set.of()).contains(window);
    }
}
