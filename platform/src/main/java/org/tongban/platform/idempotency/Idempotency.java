package org.tongban.platform.idempotency;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.unset;

import com.mongodb.DuplicateKeyException;
import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.problem.Refusal;

/**
 * Creations that may be asked for twice: the new thing's id is reserved before it is written, so a repeat makes the
 * same thing, under the same id, or finds it made. What is kept is the head of the answer; its body is made anew.
 *
 * <p>Records are kept for 24 hours. A record whose maker died is taken over after its lease of 10 seconds.
 */
public final class Idempotency {
    static final Duration KEPT = Duration.ofHours(24);
    private static final Duration LEASE = Duration.ofSeconds(10);
    private static final int SERVER_ERRORS = 500;
    private static final String RESERVED = "reserved";
    private static final String EXPIRES_AT = "expiresAt";

    private final MongoCollection<Document> records;
    private final Clock clock;

    public Idempotency(MongoDatabase database, Clock clock) {
        this.records = database.getCollection("idempotency");
        this.clock = clock;
        records.createIndex(Indexes.ascending("at"));
        // Beside forgetOld, for stores that expire rows by themselves.
        records.createIndex(Indexes.ascending(EXPIRES_AT), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
    }

    /**
     * @param newId draws the id of the thing to be
     * @param make writes the thing under the given id and answers; must take "there is one with this id" as done
     * @param shown what the caller sees of the thing under that id now, for the body of a repeat's answer
     * @throws KeyReused when the key came with another body before
     * @throws InFlight while another request with this key is being handled
     */
    public Answer create(
            Command command, Supplier<String> newId, Function<String, Answer> make, Function<String, ?> shown) {
        if (!command.isRemembered()) {
            return make.apply(newId.get());
        }
        Instant now = clock.instant();
        Date leaseUntil = Date.from(now.plus(LEASE));
        Document mine = new Document("_id", command.id())
                .append("digest", command.digest())
                .append(RESERVED, newId.get())
                .append("leaseUntil", leaseUntil)
                .append("at", Date.from(now))
                .append(EXPIRES_AT, Date.from(now.plus(KEPT)));
        Document known = insertOrFind(mine);
        if (known == null) {
            return make(command, mine.getString(RESERVED), leaseUntil, make);
        }
        if (!command.digest().equals(known.getString("digest"))) {
            throw new KeyReused();
        }
        Document answer = known.get("answer", Document.class);
        if (answer != null) {
            return Answer.of(read(answer), shown.apply(known.getString(RESERVED)));
        }
        boolean taken = records.updateOne(
                                and(eq("_id", command.id()), exists("answer", false), lt("leaseUntil", Date.from(now))),
                                set("leaseUntil", leaseUntil))
                        .getMatchedCount()
                == 1;
        if (!taken) {
            throw new InFlight();
        }
        return make(command, known.getString(RESERVED), leaseUntil, make);
    }

    private Answer make(Command command, String id, Date leaseUntil, Function<String, Answer> make) {
        // Whoever took over after the lease holds the record now, and the reserved id with it.
        Bson stillOurs = and(eq("_id", command.id()), exists("answer", false), eq("leaseUntil", leaseUntil));
        Answer answer;
        try {
            answer = make.apply(id);
        } catch (RuntimeException e) {
            if (isVerdict(e)) {
                records.deleteOne(stillOurs);
            } else {
                records.updateOne(stillOurs, set("leaseUntil", Date.from(Instant.EPOCH)));
            }
            throw e;
        }
        CrashPoints.reached("idempotency.before-answer");
        records.updateOne(eq("_id", command.id()), combine(set("answer", write(answer.result())), unset("leaseUntil")));
        return answer;
    }

    /** What is asked to come again may have been made already, and must come under the same id. */
    private static boolean isVerdict(RuntimeException thrown) {
        return thrown instanceof Refusal refusal && refusal.type().status() < SERVER_ERRORS;
    }

    private @org.jspecify.annotations.Nullable Document insertOrFind(Document mine) {
        try {
            records.insertOne(mine);
            return null;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() != ErrorCategory.DUPLICATE_KEY) {
                throw e;
            }
        } catch (DuplicateKeyException e) {
            // the same, as older servers say it
        }
        Document known = records.find(eq("_id", mine.getString("_id"))).first();
        if (known == null) {
            throw new InFlight();
        }
        return known;
    }

    /** Forgets what is older than 24 hours; called by the housekeeping loop. */
    public void forgetOld() {
        records.deleteMany(lt("at", Date.from(clock.instant().minus(KEPT))));
    }

    private static Document write(CommandResult result) {
        return new Document("status", result.status())
                .append("location", result.location())
                .append("etag", result.etag());
    }

    /** Rows of older versions hold a body as well; it is passed over. */
    private static CommandResult read(Document answer) {
        return new CommandResult(answer.getInteger("status"), answer.getString("location"), answer.getString("etag"));
    }
}
