package org.tongban.application.bag;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.lt;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.util.Date;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.loop.Sweep;

/** Bags that ended and were never submitted: kept for a while, so that their owners can look, and then removed. */
final class ExpiredBags {
    private static final Logger log = LoggerFactory.getLogger(ExpiredBags.class);
    private static final String OPEN_UNTIL = "openUntil";

    private final AggregateStore<Bag> bags;
    private final BagProperties properties;
    private final Clock clock;

    ExpiredBags(AggregateStore<Bag> bags, BagProperties properties, Clock clock) {
        this.bags = bags;
        this.properties = properties;
        this.clock = clock;
        bags.documents().createIndex(Indexes.ascending(OPEN_UNTIL, "_id"), new IndexOptions().sparse(true));
    }

    void sweep() {
        Bson over = lt(OPEN_UNTIL, Date.from(clock.instant().minus(properties.kept())));
        int removed = new Sweep("bag-sweeper", bags.documents(), OPEN_UNTIL)
                .each(over, bagId -> bags.documents().deleteOne(and(eq("_id", bagId), over)));
        if (removed > 0) {
            log.info("removed bags that ended and were never submitted n={}", removed);
        }
    }
}
