package org.tongban.tracking.scan;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.secret.Keys;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/** The room of the scanners. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ScanProperties.class)
class ScanConfiguration {
    @Bean
    ScanRows scanRows(MongoDatabase database) {
        return new ScanRows(database);
    }

    @Bean
    Scans scans(
            ScanRows rows,
            Timelines timelines,
            Chronicle chronicle,
            ScanProperties properties,
            @Value("${tongban.keys}") Path keys) {
        return new Scans(rows, timelines, chronicle, properties, Keys.in(keys).pseudonyms());
    }
}
