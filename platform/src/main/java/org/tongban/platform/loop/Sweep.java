package org.tongban.platform.loop;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.bson.BsonDocument;
import org.bson.BsonValue;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.mongo.StoreTrouble;

/**
 * A walk over all documents that are due, page by page in the order of (due, id). What fails is logged by its id and
 * waits for the next walk; it stops no other, and however many fail, they hide none behind them.
 */
public final class Sweep {
    private static final Logger log = LoggerFactory.getLogger(Sweep.class);
    private static final int PAGE = 500;
    private static final String ID = "_id";

    /** One such answer may be that document's fault, so many in a row are the store's: the walk ends and comes again. */
    private static final int STORE_IS_AWAY_AFTER = 3;

    private final String job;
    private final MongoCollection<BsonDocument> documents;
    private final String due;
    private final int page;

    /**
     * @param job names it in the log, {@code light-watch}
     * @param documents those walked over; their ids are strings
     * @param due the indexed field that says since when, a date or a text that sorts like one
     */
    public Sweep(String job, MongoCollection<?> documents, String due) {
        this(job, documents, due, PAGE);
    }

    Sweep(String job, MongoCollection<?> documents, String due, int page) {
        this.job = job;
        this.documents = documents.withDocumentClass(BsonDocument.class);
        this.due = due;
        this.page = page;
    }

    /**
     * @param which a condition on the field that says since when
     * @param work what is done about each; it loads what it needs by the id
     * @return how many it got through with
     */
    public int each(Bson which, Consumer<String> work) {
        int done = 0;
        int troubles = 0;
        BsonDocument last = null;
        List<BsonDocument> rows;
        do {
            rows = behind(last, which);
            for (BsonDocument row : rows) {
                last = row;
                String id = row.getString(ID).getValue();
                try {
                    work.accept(id);
                    done++;
                    troubles = 0;
                } catch (RuntimeException | Error e) {
                    log.error("{} did not get through with {}, it will try again", job, id, e);
                    troubles = StoreTrouble.passes(e) ? troubles + 1 : 0;
                    if (troubles == STORE_IS_AWAY_AFTER) {
                        throw e;
                    }
                }
            }
        } while (rows.size() == page);
        return done;
    }

    private List<BsonDocument> behind(@Nullable BsonDocument last, Bson which) {
        return documents
                .find(last == null ? which : and(which, behind(last)))
                .projection(include(due))
                .sort(Sorts.ascending(due, ID))
                .limit(page)
                .into(new ArrayList<>());
    }

    /** The first condition lets the index begin where the last page ended. */
    private Bson behind(BsonDocument last) {
        BsonValue since = last.get(due);
        return and(gte(due, since), or(gt(due, since), gt(ID, last.get(ID))));
    }
}
