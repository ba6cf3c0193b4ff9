package org.tongban.platform.loop;

import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.tongban.platform.time.ClockOffset;

/** What the jobs of a service's instances share. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.mongodb.autoconfigure.MongoAutoConfiguration",
            "org.tongban.platform.mongo.MongoConfiguration"
        })
@ConditionalOnBean(MongoDatabase.class)
class LoopConfiguration {
    /** Not a bean of type {@link java.time.Clock}: that one is the service's own. */
    @Bean
    Leases leases(MongoDatabase database, ObjectProvider<ClockOffset> offset) {
        return new Leases(database, new StoreTime(database), offset.getIfAvailable(() -> ClockOffset.NONE));
    }
}
