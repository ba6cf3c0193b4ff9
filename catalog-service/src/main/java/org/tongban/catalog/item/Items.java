package org.tongban.catalog.item;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.gte;
import static com.mongodb.client.model.Filters.in;

import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.Sorts;
import java.time.Instant;
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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalog.division.Divisions;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.json.Json;
import org.tongban.platform.outbox.Relays;

/** All items, and the one way to publish them. */
@Component
public class Items {
    private static final String HANDLES = "edition.handles";
    private static final String FLAGGED = "flagged";
    private static final String PUBLISHED = "published";

    private final AggregateStore<CatalogItem> items;
    private final ItemVersions versions;

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
     * @param published the version that is published now
     */
    public record Changed(String id, int published) {}

    Items(Relays relays, MongoDatabase database) {
        items = relays.store(new AggregateType<>(CatalogItem.class, "items", "id"));
        items.documents().createIndex(Indexes.ascending(FLAGGED, Layout.ID));
        items.documents().createIndex(Indexes.ascending(HANDLES));
        versions = new ItemVersions(database);
    }

    /**
     * Publishes content at once.
     *
     * <p>The item is written first and its version row follows from it: a row that a crash left out is written by the
     * next publication, before the content it needs is replaced.
     */
    public Publication publish(String id, Edition edition) {
        CatalogItem first = CatalogItem.first(id, edition);
        Optional<CatalogItem> before = find(id);
        if (before.isEmpty() && items.insert(first, List.of(first.told()))) {
            versions.keep(ItemVersion.of(first));
            return new Publication(Outcome.CREATED, first);
        }
        before = before.or(() -> find(id));
        CatalogItem after = items.change(id, item -> {
                    versions.keep(ItemVersion.of(item));
                    return item.publish(edition);
                })
                .orElseThrow();
        versions.keep(ItemVersion.of(after));
        boolean same = before.map(CatalogItem::published)
                .filter(n -> n == after.published())
                .isPresent();
        return new Publication(same ? Outcome.UNCHANGED : Outcome.UPDATED, after);
    }

    public Optional<CatalogItem> find(String id) {
        return items.find(id).map(stored -> stored.state());
    }

    /** The published items of these ids; unknown ids are left out. */
    public Map<String, PublishedItem> published(Collection<String> ids) {
        Map<String, PublishedItem> found = new HashMap<>();
        for (BsonDocument document : items.documents().find(in(Layout.ID, ids))) {
            PublishedItem item = read(items.stored(document).state());
            found.put(item.id(), item);
        }
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
                        nearer.stream().filter(local -> Handling.overrides(local.item(), asked.item()))))
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
                        .filter(guide -> guide.item().isGoodIn(division))
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
        for (BsonDocument document : items.documents().find(filter)) {
            found.add(read(items.stored(document).state()));
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
                .projection(Projections.include(PUBLISHED))
                .sort(Sorts.ascending(Layout.CHANGED_AT, Layout.ID))) {
            changed.add(new Changed(
                    document.getString(Layout.ID).getValue(),
                    document.getNumber(PUBLISHED).intValue()));
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
                .find(code == null ? wanted : and(wanted, eq("edition.flags.code", code)))
                .sort(Sorts.ascending(Layout.ID))
                .limit(limit)) {
            flagged.add(items.stored(document).state());
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

    Optional<ItemVersion> version(CatalogItem item, int version) {
        return item.published() == version ? Optional.of(ItemVersion.of(item)) : versions.find(item.id(), version);
    }

    private static PublishedItem read(CatalogItem stored) {
        return new PublishedItem(
                ItemReader.read(Json.mapper().readTree(stored.edition().gsi())), stored.published());
    }
}
