package org.tongban.platform.reconciliation;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Sorts;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.function.ToLongFunction;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonInt64;
import org.bson.BsonInvalidOperationException;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.time.Instants;

/** A page-wise walk over a collection in the order of change, saying how far each code is. */
public final class Positions {
    private static final Logger log = LoggerFactory.getLogger(Positions.class);
    private static final int PAGE = 500;
    private static final int UNSENDABLE_AFTER = 10;

    /**
     * @param code the aggregate's id
     * @param sequence how far this side is with {@code /application} for that code
     * @param changedAt when the document last changed, UTC
     * @param skipped how many numbers this side has given up, of whatever source it hears
     * @param unsendable whether its outbox could not be sent ten times in a row
     */
    public record Position(String code, long sequence, Instant changedAt, int skipped, boolean unsendable) {}

    /** @param next the cursor of the next page, null at the end */
    public record Page(List<Position> items, @Nullable String next) {}

    private final MongoCollection<BsonDocument> documents;
    private final ToLongFunction<BsonDocument> sequence;

    private Positions(MongoCollection<BsonDocument> documents, ToLongFunction<BsonDocument> sequence) {
        this.documents = documents;
        this.sequence = sequence;
    }

    /** The teller's side: the last sequence told by that source. */
    public static Positions told(MongoCollection<BsonDocument> documents, String source) {
        return new Positions(documents, document -> number(document.getDocument(Layout.SEQUENCES, EMPTY), source));
    }

    /** A listener's side: the last sequence heard of that source. */
    public static Positions heard(MongoCollection<BsonDocument> documents, String source) {
        return new Positions(documents, document -> number(heardOf(document, source), "last"));
    }

    private static final BsonDocument EMPTY = new BsonDocument();

    private static BsonDocument heardOf(BsonDocument document, String source) {
        return document.getDocument(Layout.POSITIONS, EMPTY).getDocument(source, EMPTY);
    }

    private static long number(BsonDocument document, String field) {
        return document.get(field, new BsonInt64(0)).asNumber().longValue();
    }

    /**
     * @param after {@code <instant>} or {@code <instant>,<code>}, exclusive; null from the beginning
     * @throws BadInput when the cursor is none
     */
    public Page after(@Nullable String after) {
        List<Position> items = new ArrayList<>();
        (after == null ? documents.find() : documents.find(later(after)))
                .projection(include(Layout.CHANGED_AT, Layout.SEQUENCES, Layout.POSITIONS, Layout.SEND_FAILURES))
                .sort(Sorts.ascending(Layout.CHANGED_AT, Layout.ID))
                .limit(PAGE)
                .forEach(document -> items.add(readable(document)));
        if (items.size() < PAGE) {
            return new Page(items, null);
        }
        Position last = items.get(PAGE - 1);
        return new Page(items, Instants.text(last.changedAt()) + "," + last.code());
    }

    private static org.bson.conversions.Bson later(String after) {
        String[] parts = after.split(",", 2);
        Date moment;
        try {
            moment = Date.from(Instants.parse(parts[0]));
        } catch (DateTimeException e) {
            throw new BadInput("/after", "after 不是有效的游标。", "after is no cursor of ours.");
        }
        return parts.length == 1
                ? gt(Layout.CHANGED_AT, moment)
                : or(gt(Layout.CHANGED_AT, moment), and(eq(Layout.CHANGED_AT, moment), gt(Layout.ID, parts[1])));
    }

    /** One that cannot be read stops no walk over the others: it counts as one that has given something up. */
    private Position readable(BsonDocument document) {
        try {
            return read(document);
        } catch (BsonInvalidOperationException | IndexOutOfBoundsException e) {
            log.error("the position of {} cannot be read", document.get(Layout.ID), e);
            BsonValue changedAt = document.get(Layout.CHANGED_AT, new BsonDateTime(0));
            return new Position(
                    document.getString(Layout.ID).getValue(),
                    0,
                    Instant.ofEpochMilli(
                            changedAt.isDateTime() ? changedAt.asDateTime().getValue() : 0),
                    1,
                    false);
        }
    }

    private Position read(BsonDocument document) {
        int failures =
                document.get(Layout.SEND_FAILURES, new BsonInt32(0)).asNumber().intValue();
        return new Position(
                document.getString(Layout.ID).getValue(),
                sequence.applyAsLong(document),
                Instant.ofEpochMilli(document.getDateTime(Layout.CHANGED_AT).getValue()),
                (int) Math.min(Integer.MAX_VALUE, Stored.givenUp(document)),
                failures >= UNSENDABLE_AFTER);
    }
}
