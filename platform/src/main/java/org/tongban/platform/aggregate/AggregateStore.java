package org.tongban.platform.aggregate;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.Supplier;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt64;
import org.bson.BsonString;
import org.bson.RawBsonDocument;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.mongo.BsonCodecs;
import org.tongban.platform.mongo.BsonSize;
import org.tongban.platform.problem.Busy;

/**
 * Aggregates of one kind: loads, decides and writes them back in one guarded update that also holds the events, what
 * is remembered of the command and the positions of the sources heard.
 *
 * <p>A lost race is decided again on the fresh state, up to five times, and then said with {@link Busy}.
 */
public final class AggregateStore<T> {
    private static final Logger log = LoggerFactory.getLogger(AggregateStore.class);
    private static final int TRIES = 5;
    /** A document by its id comes at once or the store is away: then nobody is kept waiting for it. */
    private static final int FOUND_WITHIN_SECONDS = 4;

    private final MongoCollection<BsonDocument> documents;
    private final MongoCollection<RawBsonDocument> byId;
    private final AggregateType<T> type;
    private final Clock clock;
    private final Bell bell;
    private final AggregateLimits limits;
    private final Turns turns = new Turns();

    /** Rung after every write that has something to tell. */
    public interface Bell {
        void ring(String id);
    }

    /** What came of an event. */
    public enum Heard {
        /** its effect and its position are stored */
        APPLIED,
        /** it was heard before, or this aggregate is none of ours */
        DROPPED,
        /** numbers before it are missing */
        EARLY
    }

    public AggregateStore(MongoDatabase database, AggregateType<T> type, Clock clock, Bell bell) {
        this(database, type, clock, bell, AggregateLimits.DEFAULT);
    }

    public AggregateStore(
            MongoDatabase database, AggregateType<T> type, Clock clock, Bell bell, AggregateLimits limits) {
        this.documents = database.getCollection(type.collection(), BsonDocument.class);
        this.byId =
                documents.withDocumentClass(RawBsonDocument.class).withTimeout(FOUND_WITHIN_SECONDS, TimeUnit.SECONDS);
        this.limits = limits;
        this.type = type;
        this.clock = clock;
        this.bell = bell;
        documents.createIndex(Indexes.ascending(Layout.PENDING_SINCE), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending(Layout.CHANGED_AT, Layout.ID));
    }

    public Optional<Stored<T>> find(String id) {
        return load(id).map(Loaded::stored);
    }

    /** The collection itself, for declared look-ups; writing goes through this store. */
    public MongoCollection<BsonDocument> documents() {
        return documents;
    }

    /** Reads a document that a look-up found. */
    public Stored<T> stored(BsonDocument document) {
        BsonDocument state = document.clone();
        state.put(type.id(), document.get(Layout.ID));
        return new Stored<>(BsonCodecs.read(type.type(), state), Stored.number(document, Layout.VERSION), document);
    }

    /** @return false when there is one with this id already */
    public boolean insert(T state, List<DomainEvent> events) {
        return insertAndRing(write(state), events);
    }

    /**
     * Decides about one aggregate and stores what was decided; a command that was carried out before does nothing.
     *
     * @param unknown what is said when there is no such aggregate
     * @param decider from the loaded aggregate to the decision; may refuse by throwing; may run several times
     * @throws AggregateFull when the document is as large as callers may make it
     * @throws Busy when the race was lost five times, or too many events wait to be sent
     */
    public Decided<T> decide(
            String id,
            Command command,
            Supplier<? extends RuntimeException> unknown,
            Function<Stored<T>, Decision<T>> decider) {
        return race(id, found -> {
            Loaded<T> loaded = found.orElseThrow(unknown);
            Stored<T> stored = loaded.stored();
            Instant now = now();
            Optional<CommandLog.Known> known =
                    command.isRemembered() ? CommandLog.find(stored.document(), command, now) : Optional.empty();
            if (known.isPresent()) {
                return Optional.of(new Decided<>(
                        stored.state(), known.get().result(), known.get().at()));
            }
            Decision<T> decision = decider.apply(stored);
            Decided<T> decided = new Decided<>(decision.change().next(), decision.result(), now);
            if (!command.isRemembered() && isNothing(stored, decision.change())) {
                return Optional.of(decided);
            }
            Guarded update = guarded(stored, decision.change(), now);
            requireRoom(loaded, update, decision.change());
            if (command.isRemembered()) {
                CommandLog.remember(update, stored.document(), command, decision.result(), now);
            }
            return written(id, loaded, update, decision.change()) ? Optional.of(decided) : Optional.empty();
        });
    }

    /**
     * The same for what no caller asked for: the clock, a repair.
     *
     * @return the state after it, or empty when there is no such aggregate
     */
    public Optional<T> change(String id, Function<T, Change<T>> decider) {
        return race(id, found -> {
            if (found.isEmpty()) {
                return Optional.of(Optional.<T>empty());
            }
            Stored<T> stored = found.get().stored();
            Change<T> change = decider.apply(stored.state());
            boolean done =
                    isNothing(stored, change) || written(id, found.get(), guarded(stored, change, now()), change);
            return done ? Optional.of(Optional.of(change.next())) : Optional.empty();
        });
    }

    /**
     * Applies an event once: its effect and its position are one write.
     *
     * @param birth makes the aggregate when there is none; null when events of strangers are dropped
     */
    public Heard hear(Envelope event, @Nullable Function<String, T> birth, BiFunction<T, Envelope, Change<T>> handler) {
        return move(event.source(), event.subject(), birth, (state, position) -> switch (position.on(
                event.sequence())) {
            case DROP -> Move.none(Heard.DROPPED);
            case PARK -> Move.none(Heard.EARLY);
            case APPLY -> new Move<>(Heard.APPLIED, handler.apply(state, event), position.applied(event.sequence()));
        });
    }

    /** Gives numbers up: the position moves to {@code upTo} and what was missing stays on the list of skipped ones. */
    public Heard skip(Source source, String id, long upTo, @Nullable Function<String, T> birth) {
        return move(
                source,
                id,
                birth,
                (state, position) -> position.last() >= upTo
                        ? Move.none(Heard.DROPPED)
                        : new Move<>(Heard.APPLIED, Change.silently(state), position.skippedTo(upTo)));
    }

    /** What an event does to an aggregate and to its position; without a change nothing is written. */
    private record Move<T>(
            Heard heard,
            @Nullable Change<T> change,
            @Nullable Position position) {
        static <T> Move<T> none(Heard heard) {
            return new Move<>(heard, null, null);
        }
    }

    private Heard move(
            Source source, String id, @Nullable Function<String, T> birth, BiFunction<T, Position, Move<T>> mover) {
        return race(id, found -> {
            if (found.isEmpty() && birth == null) {
                return Optional.of(Heard.DROPPED);
            }
            Stored<T> stored = found.map(Loaded::stored).orElseGet(() -> unborn(birth, id));
            Move<T> move = mover.apply(stored.state(), Position.of(stored.document(), source));
            if (move.change() == null || move.position() == null) {
                return Optional.of(move.heard());
            }
            CrashPoints.reached("inbox.before-apply");
            if (!isMoved(source, id, found.orElse(null), move.change(), move.position())) {
                return Optional.empty();
            }
            CrashPoints.reached("inbox.after-apply");
            return Optional.of(move.heard());
        });
    }

    private boolean isMoved(Source source, String id, @Nullable Loaded<T> loaded, Change<T> change, Position position) {
        if (loaded != null) {
            Guarded update = guarded(loaded.stored(), change, now())
                    .set(Layout.POSITIONS + "." + source.name(), position.toBson());
            return written(id, loaded, update, change);
        }
        BsonDocument document = write(change.next());
        document.append(Layout.POSITIONS, new BsonDocument(source.name(), position.toBson()));
        return insertAndRing(document, change.events());
    }

    private Stored<T> unborn(@Nullable Function<String, T> birth, String id) {
        if (birth == null) {
            throw new IllegalStateException("nothing to be born for " + id);
        }
        return new Stored<>(birth.apply(id), 0, new BsonDocument());
    }

    /**
     * An aggregate as a race begins with it.
     *
     * @param bytes what its document takes
     */
    private record Loaded<T>(Stored<T> stored, int bytes) {}

    private Optional<Loaded<T>> load(String id) {
        return Optional.ofNullable(byId.find(eq(Layout.ID, id)).first())
                .map(found -> new Loaded<>(stored(BsonSize.decoded(found)), BsonSize.of(found)));
    }

    /**
     * The one race: load, decide, write if nobody was faster; whoever lost decides again on the fresh state.
     *
     * @param attempt empty when somebody was faster
     */
    private <R> R race(String id, Function<Optional<Loaded<T>>, Optional<R>> attempt) {
        return turns.inTurn(id, () -> {
            for (int lost = 1; lost <= TRIES; lost++) {
                Optional<R> done = attempt.apply(load(id));
                if (done.isPresent()) {
                    return done.get();
                }
                pause(lost);
            }
            throw new Busy();
        });
    }

    /** Callers may not make a document so large that events of others no longer fit into it. */
    private void requireRoom(Loaded<T> loaded, Guarded update, Change<T> change) {
        BsonArray outbox = loaded.stored().document().getArray(Layout.OUTBOX, new BsonArray());
        if (!change.events().isEmpty() && outbox.size() + change.events().size() > limits.unsent()) {
            log.warn(
                    "{} events of {} are not sent, it takes no more commands that tell",
                    outbox.size(),
                    type.collection());
            throw new Busy();
        }
        long grown = loaded.bytes() + update.growth();
        if (update.growth() <= 0 || grown <= limits.full().toBytes()) {
            return;
        }
        // What waits to be sent goes by itself.
        if (grown - BsonSize.of(outbox) <= limits.full().toBytes()) {
            throw new Busy();
        }
        throw new AggregateFull(limits.full());
    }

    private boolean isNothing(Stored<T> loaded, Change<T> change) {
        return change.events().isEmpty() && change.next().equals(loaded.state());
    }

    private Guarded guarded(Stored<T> loaded, Change<T> change, Instant now) {
        BsonDocument after = write(change.next());
        after.remove(Layout.ID);
        return new Guarded(loaded.document(), now).state(after).tell(change.events(), now);
    }

    private boolean written(String id, Loaded<T> loaded, Guarded update, Change<T> change) {
        if (loaded.bytes() + update.growth() > AggregateFull.HARD.toBytes()) {
            throw AggregateFull.ofStore();
        }
        boolean matched = documents
                        .updateOne(
                                and(
                                        eq(Layout.ID, id),
                                        eq(Layout.VERSION, loaded.stored().version())),
                                update.update())
                        .getMatchedCount()
                == 1;
        if (matched && !change.events().isEmpty()) {
            CrashPoints.reached("store.after-write");
            bell.ring(id);
        }
        return matched;
    }

    private boolean insertAndRing(BsonDocument document, List<DomainEvent> events) {
        boolean fresh = insert(document, events);
        if (fresh && !events.isEmpty()) {
            bell.ring(document.getString(Layout.ID).getValue());
        }
        return fresh;
    }

    private boolean insert(BsonDocument document, List<DomainEvent> events) {
        Instant now = now();
        document.append(Layout.VERSION, new BsonInt64(1))
                .append(Layout.CHANGED_AT, new BsonDateTime(now.toEpochMilli()));
        if (!events.isEmpty()) {
            BsonDocument sequences = new BsonDocument();
            Guarded.counts(events).forEach((source, n) -> sequences.append(source, new BsonInt64(n)));
            document.append(Layout.OUTBOX, Guarded.entries(new BsonDocument(), events))
                    .append(Layout.SEQUENCES, sequences)
                    .append(Layout.OUTBOX_NO, new BsonInt64(events.size()))
                    .append(Layout.PENDING_SINCE, new BsonDateTime(now.toEpochMilli()));
        }
        if (BsonSize.of(document) > AggregateFull.HARD.toBytes()) {
            throw AggregateFull.ofStore();
        }
        try {
            documents.insertOne(document);
            CrashPoints.reached("store.after-write");
            return true;
        } catch (MongoWriteException e) {
            if (e.getError().getCategory() == ErrorCategory.DUPLICATE_KEY) {
                return false;
            }
            throw e;
        }
    }

    private BsonDocument write(T state) {
        BsonDocument document = BsonCodecs.write(type.type(), state);
        BsonString id = document.getString(type.id());
        document.remove(type.id());
        document.append(Layout.ID, id);
        return document;
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private static void pause(int attempt) {
        long millis = (5L << attempt) / 2 + ThreadLocalRandom.current().nextLong(5L << attempt);
        LockSupport.parkNanos(millis * 1_000_000);
    }
}
