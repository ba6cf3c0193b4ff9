package org.tongban.tracking.rating;

import com.mongodb.client.MongoDatabase;
import java.nio.file.Path;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.tongban.platform.secret.Keys;
import org.tongban.tracking.timeline.Chronicle;
import org.tongban.tracking.timeline.Timelines;

/** The room of the ratings. */
@Configuration(proxyBeanMethods = false)
class RatingConfiguration {
    @Bean
    Ratings ratings(
            Timelines timelines,
            Chronicle chronicle,
            MongoDatabase database,
            Clock clock,
            @Value("${tongban.keys}") Path keys) {
        return new Ratings(
                timelines, chronicle, new Comments(database, Keys.in(keys).fieldCipher()), clock);
    }
}
