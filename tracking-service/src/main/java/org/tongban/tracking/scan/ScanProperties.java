package org.tongban.tracking.scan;

import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What a scan is measured by.
 *
 * @param windows the windows of each hall that has scanners, by the hall's id
 * @param ahead how far a scanner's clock may be ahead before the scan is an anomaly
 */
@ConfigurationProperties("tongban.scan")
record ScanProperties(
        @DefaultValue Map<String, Set<String>> windows,
        @DefaultValue("5m") Duration ahead) {
    ScanProperties {
        windows = Map.copyOf(windows);
    }

    boolean knows(String hall, String window) {
        return windows.getOrDefault(hall, Set.of()).contains(window);
    }
}
