package org.tongban.tracking.restore;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import java.util.List;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.event.Source;
import org.tongban.platform.restore.EmptyDatabaseGuard;
import org.tongban.platform.restore.EventLog;
import org.tongban.platform.restore.GroupOffsets;
import org.tongban.platform.restore.OwnLog;
import org.tongban.tracking.WhileServing;
import org.tongban.tracking.scan.ScanRows;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/** The room of the restore. */
@Configuration(proxyBeanMethods = false)
class RestoreConfiguration {
    private static final List<Source> HEARD = List.of(Timelines.APPLICATION, Timelines.NOTIFICATION);

    @Bean
    EventLog eventLog(KafkaProperties kafka) {
        return EventLog.of(kafka);
    }

    @Bean
    RestoredTimelines restoredTimelines(Timelines timelines, Chronicle chronicle, Clock clock) {
        return new RestoredTimelines(timelines.store(), chronicle, clock);
    }

    @Bean
    @WhileServing
    HalfDoneGuard halfDoneGuard(MongoDatabase database) {
        return new HalfDoneGuard(new Marker(database));
    }

    @Bean
    @WhileServing
    EmptyDatabaseGuard emptyDatabaseGuard(RestoredTimelines timelines, EventLog log) {
        return guard(timelines, log);
    }

    static EmptyDatabaseGuard guard(RestoredTimelines timelines, EventLog log) {
        return new EmptyDatabaseGuard(
                "tracking", () -> !timelines.areThere(), List.of(Restore.TIMELINE, Restore.TRACKING), log);
    }

    @Bean
    OwnLog ownLog(Chronicle chronicle, RestoredTimelines restored, Timelines timelines, ScanRows scans) {
        return new TimelinesPutBack(chronicle, restored, timelines, scans);
    }

    @Bean
    Restore restore(
            EventLog log,
            MongoDatabase database,
            RestoredTimelines restored,
            Timelines timelines,
            Chronicle chronicle,
            ScanRows scans,
            KafkaProperties kafka) {
        return new Restore(
                log,
                new Marker(database),
                restored,
                timelines,
                chronicle,
                scans,
                new GroupOffsets(kafka.buildAdminProperties(), Timelines.GROUP, HEARD, log)::backToTheBeginning);
    }
}
