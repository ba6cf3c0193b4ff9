package org.tongban.application.intake;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.elemMatch;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Projections.exclude;
import static com.mongodb.client.model.Projections.include;

import com.mongodb.client.FindIterable;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Light;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.inbox.EventHandlers;
import org.tongban.platform.loop.Sweep;
import org.tongban.platform.mongo.BsonCodecs;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.reconciliation.Positions;

/** All applications, by code and by the declared look-ups. */
public final class Applications {
    public static final AggregateType<Application> TYPE =
            new AggregateType<>(Application.class, "applications", "code");

    private static final String OWNER = "owner";
    private static final String QUEUES = "queues";
    private static final String PLACE = "place";
    private static final String SILENT_AFTER = "silentAfter";
    private static final String ISSUING = "issuing";
    private static final Bson ON_DESK = include("division", "submittedAt", PLACE, "cases");

    private final AggregateStore<Application> store;

    public Applications(AggregateStore<Application> store) {
        this.store = store;
        MongoCollection<BsonDocument> documents = store.documents();
        documents.createIndex(Indexes.ascending(OWNER, PLACE));
        documents.createIndex(Indexes.ascending(QUEUES, PLACE));
        documents.createIndex(Indexes.ascending(SILENT_AFTER), new IndexOptions().sparse(true));
        documents.createIndex(Indexes.ascending(ISSUING), new IndexOptions().sparse(true));
    }

    public Optional<Stored<Application>> find(TrackingCode code) {
        return store.find(code.value());
    }

    /** @return false when there is one under this code already */
    boolean insert(Application application, List<DomainEvent> events) {
        return store.insert(application, events);
    }

    /** @throws NotFound when there is no such application */
    public Decided<Application> decide(
            TrackingCode code, Command command, Function<Stored<Application>, Decision<Application>> decider) {
        return store.decide(code.value(), command, NotFound::new, decider);
    }

    /** For what no caller asked for. */
    public Optional<Application> change(TrackingCode code, Function<Application, Change<Application>> decider) {
        return store.change(code.value(), decider);
    }

    /**
     * An owner's applications, newest first.
     *
     * @param before the place that the last page ended with; null for the first page
     */
    List<Application> ofOwner(String owner, @Nullable String before, int limit) {
        Bson filter = before == null ? eq(OWNER, owner) : and(eq(OWNER, owner), lt(PLACE, before));
        return read(store.documents().find(filter).sort(Sorts.descending(PLACE)).limit(limit));
    }

    /**
     * What lies in a queue, oldest first (行政许可法 57).
     *
     * @param from the first place that counts; null from the front
     * @param lit what a case must be like for its light, {@link #lit}; null for all
     */
    public List<OnDesk> inQueue(String queue, @Nullable String from, @Nullable Bson lit, int limit) {
        List<Bson> filter = new ArrayList<>(List.of(eq(QUEUES, queue)));
        if (from != null) {
            filter.add(gte(PLACE, from));
        }
        if (lit != null) {
            filter.add(lit);
        }
        return store.documents()
                .find(and(filter))
                .projection(ON_DESK)
                .sort(Sorts.ascending(PLACE))
                .limit(limit)
                .map(Applications::onDesk)
                .into(new ArrayList<>());
    }

    /**
     * Which applications may have a case of that department with that light, told by the dates its limits were turned
     * into. A clock that stopped keeps the light it had, so of these the cases have to be looked at.
     */
    public static Bson lit(Light light, String department, LocalDate today) {
        Bson running = switch (light) {
            case GREEN -> exists("running");
            case YELLOW -> lte("running.deadlines.yellowOn", today.toString());
            case RED -> lte("running.deadlines.redOn", today.toString());
        };
        return elemMatch("cases", and(eq("matter.department", department), running));
    }

    private static OnDesk onDesk(BsonDocument found) {
        return BsonCodecs.read(OnDesk.class, found.append(TYPE.id(), found.get(Layout.ID)));
    }

    /** Walks over those in which a department has not answered in time, longest silence first. */
    public void eachSilentBefore(LocalDate today, Consumer<TrackingCode> work) {
        new Sweep("silence", store.documents(), SILENT_AFTER)
                .each(lt(SILENT_AFTER, today.toString()), code -> work.accept(new TrackingCode(code)));
    }

    /** Walks over those whose granted documents have not been put into the owner's store since then. */
    public void eachIssuingBefore(Instant then, Consumer<TrackingCode> work) {
        new Sweep("issuing", store.documents(), ISSUING)
                .each(lt(ISSUING, Date.from(then)), code -> work.accept(new TrackingCode(code)));
    }

    /** What applications hear from others; events about codes that are none of ours are dropped. */
    public EventHandlers<Application> listening() {
        return EventHandlers.ofKnown(store);
    }

    /** An owner's applications in which this document meets a line, the newest ones. */
    public List<Application> holding(String owner, String documentId, int limit) {
        return read(store.documents()
                .find(and(eq(OWNER, owner), eq("requirements.documentIds", documentId)))
                .sort(Sorts.descending(PLACE))
                .limit(limit));
    }

    /** The application, if any, whose lines this document of the owner meets, or that issued it. */
    public Optional<TrackingCode> using(String owner, String documentId) {
        return Optional.ofNullable(store.documents()
                        .find(and(
                                eq(OWNER, owner),
                                or(
                                        eq("requirements.documentIds", documentId),
                                        eq("cases.ending.results.documentId", documentId))))
                        .projection(new BsonDocument())
                        .first())
                .map(found -> new TrackingCode(found.getString("_id").getValue()));
    }

    /** How far each application has been told. */
    Positions told() {
        return Positions.told(store.documents(), "application");
    }

    private List<Application> read(FindIterable<BsonDocument> found) {
        List<Application> applications = new ArrayList<>();
        found.projection(exclude(Layout.OUTBOX, Layout.COMMANDS))
                .forEach(document -> applications.add(store.stored(document).state()));
        return applications;
    }
}
