package org.tongban.tracking.rating;

import com.mongodb.client.MongoDatabase;
import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.secret.FieldCipher;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/** The room of the ratings. */
@Configuration(proxyBeanMethods = false)
class RatingConfiguration {
    @Bean
    Ratings ratings(Timelines timelines, Chronicle chronicle, MongoDatabase database, Clock clock, FieldCipher cipher) {
        return new Ratings(timelines, chronicle, new Comments(database, cipher), clock);
    }
}
