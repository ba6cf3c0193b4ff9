package org.tongban.platform.restore;

import com.mongodb.client.MongoDatabase;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.kafka.autoconfigure.KafkaProperties;
import org.springframework.context.annotation.Bean;
import org.tongban.platform.loop.Loop;

/** Compares store and log at the start, and keeps the marks while the service runs; a restore does without. */
@AutoConfiguration(
        afterName = {
            "org.springframework.boot.kafka.autoconfigure.KafkaAutoConfiguration",
            "org.tongban.platform.mongo.MongoConfiguration"
        },
        beforeName = "org.tongban.platform.inbox.InboxConfiguration")
@ConditionalOnBean(MongoDatabase.class)
@ConditionalOnProperty(name = "tongban.restore", havingValue = "false", matchIfMissing = true)
@EnableConfigurationProperties(LogMarksProperties.class)
class LogMarksConfiguration {
    @Bean
    LogMarks logMarks(MongoDatabase database) {
        return new LogMarks(database);
    }

    @Bean
    @ConditionalOnBean(OwnLog.class)
    LogComparison logComparison(OwnLog own, LogMarks marks, KafkaProperties kafka, LogMarksProperties properties) {
        return new LogComparison(own, EventLog.of(kafka), marks, properties.acceptLoss());
    }

    @Bean
    @ConditionalOnBean(OwnLog.class)
    Loop ownMarks(LogComparison comparison, LogMarksProperties properties) {
        return new Loop("own-marks", properties.every(), comparison::keep);
    }
}
