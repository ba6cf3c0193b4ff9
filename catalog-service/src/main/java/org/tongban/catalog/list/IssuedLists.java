package org.tongban.catalog.list;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bson.conversions.Bson;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.outbox.Relays;
import org.tongban.platform.problem.NotFound;

/** All issued lists, written once. */
@Component
public class IssuedLists {
    private static final Logger log = LoggerFactory.getLogger(IssuedLists.class);
    private static final String KEPT_UNTIL = "keptUntil";
    private static final int AT_ONCE = 500;

    private final AggregateStore<IssuedList> lists;

    IssuedLists(Relays relays) {
        lists = relays.store(new AggregateType<>(IssuedList.class, "lists", "listNo"));
        // A store that knows lifetimes forgets by itself; for all others there is the sweep.
        lists.documents()
                .createIndex(
                        Indexes.ascending(KEPT_UNTIL),
                        new IndexOptions().sparse(true).expireAfter(0L, TimeUnit.SECONDS));
    }

    /** An application rests on this list: it is kept for good. */
    void use(IssuedList list) {
        if (list.keptUntil() != null) {
            Optional<IssuedList> unused = lists.change(list.listNo(), stored -> Change.silently(stored.used()));
        }
    }

    /** Forgets the lists that nobody has used, once their time is over. */
    public void sweep(Instant now) {
        Bson over = lte(KEPT_UNTIL, Date.from(now));
        long forgotten = 0;
        List<String> some = ids(over);
        while (!some.isEmpty()) {
            forgotten +=
                    lists.documents().deleteMany(and(in(Layout.ID, some), over)).getDeletedCount();
            some = some.size() < AT_ONCE ? List.of() : ids(over);
        }
        if (forgotten > 0) {
            log.info("unused lists forgotten n={}", forgotten);
        }
    }

    private List<String> ids(Bson over) {
        return lists.documents()
                .find(over)
                .projection(Projections.include(Layout.ID))
                .limit(AT_ONCE)
                .map(document -> document.getString(Layout.ID).getValue())
                .into(new ArrayList<>());
    }

    /** @return false when there is one under this number already */
    boolean insert(IssuedList list, ListIssued event) {
        return lists.insert(list, List.of(event));
    }

    Optional<IssuedList> find(String listNo) {
        return lists.find(listNo).map(stored -> stored.state());
    }

    /**
     * The list of a typed number.
     *
     * @throws NotFound when there is none
     */
    public IssuedList get(String typed) {
        return find(ListNumber.parse(typed))
                .orElseThrow(() -> new NotFound("没有清单“" + typed + "”。", "There is no list \"" + typed + "\"."));
    }
}
