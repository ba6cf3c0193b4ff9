package org.tongban.catalog.item;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalog.division.Divisions;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decided;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.loop.Sweep;
import org.tongban.platform.outbox.Relays;
import org.tongban.platform.problem.NotFound;

/** All items, and the one way to publish them. */
@Component
public class Items {
    private static final String HANDLES = "edition.handles";
    private static final String FLAGGED = "flagged";
    private static final String FLAG_CODE = "edition.flags.code";
    private static final String PUBLISHED = "published";
    private static final String PUBLISH_ON = "publishOn";
    private static final String STANDING = "halt.standing";
    private static final String HALTED_SINCE = "halt.since";
    /** What editors see and lists do not rest on. */
    private static final Bson WITHOUT_THE_DESK = Projections.exclude("draft", "history", Layout.COMMANDS);

    private final AggregateStore<Dossier> items;
    private final ItemVersions versions;
    private final ItemHistory history;
    private final ReadGuides guides = new ReadGuides();

    /** What came of a publication. */
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED
    }

    /** An item as it stands after a publication. */
    public record Publication(Outcome outcome, CatalogItem item) {}

    /**
     * That an item has changed.
     *
     * @param published the version that is published now; 0 while it is only drafted
     * @param haltedSince since when it cannot be asked for; null when it can
     */
    public record Changed(
            String id,
            int published,
            boolean withdrawn,
            @Nullable Instant haltedSince) {}

    Items(Relays relays, MongoDatabase database) {
        items = relays.store(new AggregateType<>(Dossier.class, "items", "id"));
        items.documents().createIndex(Indexes.ascending(FLAGGED, Layout.ID));
        items.documents().createIndex(Indexes.ascending(HANDLES));
        items.documents().createIndex(Indexes.ascending(PUBLISH_ON), new IndexOptions().sparse(true));
        versions = new ItemVersions(database);
        history = new ItemHistory(database);
    }

    /**
     * Publishes what comes from outside at once.
     *
     * <p>A version's row is written before the content it needs is replaced; till then the item stands in for it.
     *
     * @param by the opaque id of who brings it
     */
    public Publication publish(String id, Edition edition, String by) {
        Change<Dossier> first = Dossier.blank(id).take(edition, by);
        Optional<Dossier> before = find(id);
        if (before.isEmpty() && items.insert(first.next(), first.events())) {
            return new Publication(Outcome.CREATED, first.next().shown().orElseThrow());
        }
        int known = before.or(() -> find(id)).map(Dossier::published).orElse(0);
        Dossier after =
                items.change(id, item -> keeping(item, item.take(edition, by))).orElseThrow();
        Outcome outcome =
                after.published() == known ? Outcome.UNCHANGED : known == 0 ? Outcome.CREATED : Outcome.UPDATED;
        return new Publication(outcome, after.shown().orElseThrow());
    }

    /**
     * Decides about an item at an editor's wish.
     *
     * @throws NotFound when there is no such item, not even a draft
     */
    public Decided<Dossier> decide(String id, Command command, Function<Dossier, Decision<Dossier>> decider) {
        return items.decide(id, command, () -> new NotFound(CatalogItem.unknown(id)), stored -> {
            Decision<Dossier> decision = decider.apply(stored.state());
            keeping(stored.state(), decision.change());
            return decision;
        });
    }

    /** The same for what the clock asks for. */
    public Optional<Dossier> change(String id, Function<Dossier, Change<Dossier>> decider) {
        return items.change(id, item -> keeping(item, decider.apply(item)));
    }

    /** Flags anew what is published of an item; the lint may find something else in the same text than it did before. */
    public void flag(String id, Function<String, List<Flag>> lint) {
        find(id).flatMap(Dossier::shown).map(CatalogItem::edition).ifPresent(edition -> {
            List<Flag> flags = lint.apply(edition.gsi());
            Optional<Dossier> unused = items.change(id, item -> item.flag(edition.digest(), flags));
        });
    }

    /** Opens the dossier of an item that has none. */
    public void open(String id) {
        boolean unused = find(id).isPresent() || items.insert(Dossier.blank(id), List.of());
    }

    public Optional<Dossier> find(String id) {
        return items.find(id).map(stored -> stored.state());
    }

    /** @throws NotFound when there is no such item, not even a draft */
    public Dossier dossier(String id) {
        return find(id).orElseThrow(() -> new NotFound(CatalogItem.unknown(id)));
    }

    /** Walks over the items whose approved draft is to be published on this day or should have been before. */
    public void eachDue(LocalDate today, Consumer<String> work) {
        new Sweep("publication", items.documents(), PUBLISH_ON).each(lte(PUBLISH_ON, today.toString()), work);
    }

    /** @throws NotFound also for one that is only being drafted */
    public CatalogItem item(String id) {
        return Optional.ofNullable(items.documents()
                        .find(eq(Layout.ID, id))
                        .projection(WITHOUT_THE_DESK)
                        .first())
                .flatMap(document -> items.stored(document).state().shown())
                .orElseThrow(() -> new NotFound(CatalogItem.unknown(id)));
    }

    public boolean isPublished(String id) {
        return items.documents()
                        .find(and(eq(Layout.ID, id), gt(PUBLISHED, 0)))
                        .projection(Projections.include(Layout.ID))
                        .first()
                != null;
    }

    /** The ids of the published items that name one of these as the one they override and have this flag. */
    public List<String> overriding(Collection<String> ids, String code) {
        return items.documents()
                .find(and(in(HANDLES, ids.stream().map(Handling::idKey).toList()), eq(FLAG_CODE, code)))
                .projection(Projections.include(Layout.ID))
                .map(document -> document.getString(Layout.ID).getValue())
                .into(new ArrayList<>());
    }

    /**
     * Published items in the order of their ids.
     *
     * @param after the id they come behind
     */
    public List<CatalogItem> after(String after, int limit) {
        return items.documents()
                .find(and(gt(Layout.ID, after), gt(PUBLISHED, 0)))
                .projection(WITHOUT_THE_DESK)
                .sort(Sorts.ascending(Layout.ID))
                .limit(limit)
                .map(document -> items.stored(document).state().shown().orElseThrow())
                .into(new ArrayList<>());
    }

    /** All that was done to an item, oldest first. */
    public List<Step> history(Dossier dossier) {
        return history.of(dossier);
    }

    /** The version that a change replaces has its row before it goes, and so have the steps that it puts away. */
    private Change<Dossier> keeping(Dossier before, Change<Dossier> change) {
        if (change.next().history().size() < before.history().size()) {
            history.keep(before.id(), before.oldestSteps());
        }
        if (change.next().published() != before.published()) {
            before.shown().ifPresent(item -> versions.keep(ItemVersion.of(item)));
            CrashPoints.reached("item.before-edition");
        }
        return change;
    }

    /** The published items of these ids; unknown ids are left out. */
    public Map<String, PublishedItem> published(Collection<String> ids) {
        Map<String, PublishedItem> found = new HashMap<>();
        found(in(Layout.ID, ids)).forEach(item -> found.put(item.id(), item));
        return found;
    }

    /**
     * The published guides that are good for these ids in a division: of guides of the same handling item the nearest one.
     *
     * @return by the id that was asked for; unknown ids are left out
     */
    public Map<String, PublishedItem> guides(Collection<String> ids, String division) {
        Map<String, PublishedItem> guides = published(ids);
        Set<String> keys = new HashSet<>();
        guides.values().forEach(asked -> keys.addAll(Handling.keys(asked.item())));
        List<PublishedItem> nearer = found(and(in(HANDLES, keys), in("edition.division", upwards(division))));
        guides.replaceAll((id, asked) -> asked.item().isGoodIn(division)
                ? nearest(Stream.concat(
                        Stream.of(asked),
                        nearer.stream()
                                .filter(local ->
                                        !local.isWithdrawn() && Handling.overrides(local.item(), asked.item()))))
                : asked);
        return guides;
    }

    /**
     * The nearest published guides of these names that are good in a division.
     *
     * @return by the name that was asked for; names without a guide are left out
     */
    public Map<String, PublishedItem> named(Collection<String> names, String division) {
        Map<String, List<PublishedItem>> byKey =
                found(in(HANDLES, names.stream().map(Handling::nameKey).toList())).stream()
                        .filter(guide -> !guide.isWithdrawn() && guide.item().isGoodIn(division))
                        .collect(Collectors.groupingBy(
                                guide -> Handling.nameKey(guide.item().name())));
        return names.stream()
                .distinct()
                .filter(name -> byKey.containsKey(Handling.nameKey(name)))
                .collect(Collectors.toMap(
                        name -> name, name -> nearest(byKey.getOrDefault(Handling.nameKey(name), List.of()).stream())));
    }

    private List<PublishedItem> found(Bson filter) {
        List<PublishedItem> found = new ArrayList<>();
        for (BsonDocument document : items.documents().find(filter).projection(WITHOUT_THE_DESK)) {
            items.stored(document).state().shown().map(this::read).ifPresent(found::add);
        }
        return found;
    }

    private static PublishedItem nearest(Stream<PublishedItem> guides) {
        return guides.max(Comparator.<PublishedItem>comparingInt(guide -> Handling.nearness(guide.item()))
                        .thenComparing(guide -> guide.item().overrides() != null)
                        .thenComparing(PublishedItem::id, Comparator.reverseOrder()))
                .orElseThrow();
    }

    private static List<String> upwards(String division) {
        return division.length() == 6 ? Divisions.upwards(division) : List.of(division);
    }

    /** What was written since then, oldest first. */
    public List<Changed> changedSince(Instant since) {
        List<Changed> changed = new ArrayList<>();
        for (BsonDocument document : items.documents()
                .find(gte(Layout.CHANGED_AT, Date.from(since)))
                .projection(Projections.include(PUBLISHED, STANDING, HALTED_SINCE))
                .sort(Sorts.ascending(Layout.CHANGED_AT, Layout.ID))) {
            changed.add(new Changed(
                    document.getString(Layout.ID).getValue(),
                    document.getNumber(PUBLISHED).intValue(),
                    isWithdrawn(document),
                    haltedSince(document)));
        }
        return changed;
    }

    /**
     * Items with something dirty in them, in the order of their ids.
     *
     * @param code only those that have this flag; null for any
     */
    List<CatalogItem> flagged(@Nullable String code, String after, int limit) {
        Bson wanted = and(eq(FLAGGED, true), gt(Layout.ID, after));
        List<CatalogItem> flagged = new ArrayList<>();
        for (BsonDocument document : items.documents()
                .find(code == null ? wanted : and(wanted, eq(FLAG_CODE, code)))
                .projection(WITHOUT_THE_DESK)
                .sort(Sorts.ascending(Layout.ID))
                .limit(limit)) {
            items.stored(document).state().shown().ifPresent(flagged::add);
        }
        return flagged;
    }

    /** The versions older than one, newest first; the published one may stand in for its row. */
    List<ItemVersion> versionsBefore(CatalogItem item, int version, int limit) {
        List<ItemVersion> kept = versions.before(item.id(), version, limit);
        boolean missing =
                item.published() < version && kept.stream().noneMatch(row -> row.version() == item.published());
        if (missing) {
            kept.add(0, ItemVersion.of(item));
        }
        return kept.subList(0, Math.min(limit, kept.size()));
    }

    /** The content of one published version. */
    public Optional<Edition> edition(Dossier dossier, int version) {
        return dossier.shown().flatMap(item -> version(item, version)).map(ItemVersion::edition);
    }

    Optional<ItemVersion> version(CatalogItem item, int version) {
        return item.published() == version ? Optional.of(ItemVersion.of(item)) : versions.find(item.id(), version);
    }

    private static boolean isWithdrawn(BsonDocument document) {
        return Standing.WITHDRAWN
                .name()
                .equals(document.getDocument("halt", new BsonDocument())
                        .getString("standing", new BsonString(""))
                        .getValue());
    }

    private static @Nullable Instant haltedSince(BsonDocument document) {
        BsonDocument halt = document.getDocument("halt", new BsonDocument());
        return halt.containsKey("since")
                ? Instant.ofEpochMilli(halt.getDateTime("since").getValue())
                : null;
    }

    private PublishedItem read(CatalogItem stored) {
        return new PublishedItem(guides.of(stored.edition()), stored.published(), stored.halt());
    }
}
