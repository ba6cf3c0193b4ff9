package org.tongban.catalog.importing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tongban.catalog.item.CatalogItem;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.item.Severity;
import org.tongban.catalog.lint.GuideLint;
import org.tongban.catalog.lint.LintReport;
import org.tongban.catalog.lint.Linting;
import org.tongban.catalog.search.ItemIndex;
import org.tongban.platform.json.CanonicalJson;
import tools.jackson.databind.JsonNode;

/**
 * Takes items over and publishes them at once, each for itself; the same again changes nothing but what is flagged.
 *
 * <p>An item that comes before the one it overrides is answered with that flag, and loses it once both are in.
 */
@Service
class Import {
    private static final String REFUSED = "refused";

    private final Items items;
    private final ItemIndex index;
    private final Linting linting;
    private final Clock clock;

    Import(Items items, ItemIndex index, Linting linting, Clock clock) {
        this.items = items;
        this.index = index;
        this.linting = linting;
        this.clock = clock;
    }

    /**
     * What came of one item.
     *
     * @param id null when it has none that can be read
     * @param result created, updated, unchanged or refused
     * @param version the published version, 0 when refused
     * @param flags what is dirty in it; it is stored and published nevertheless
     * @param reasons why it is refused
     */
    record Outcome(@Nullable String id, String result, int version, List<Flag> flags, List<Flag> reasons) {
        /** Of a line of a file. */
        static Outcome noJson() {
            Flag reason = new Flag("not-json", Severity.ERROR, "", "此行不是有效的JSON。", "This line is no valid JSON.");
            return new Outcome(null, REFUSED, 0, List.of(), List.of(reason));
        }
    }

    /** @param by the opaque id of who brings them */
    List<Outcome> take(List<JsonNode> guides, String by) {
        GuideLint lint = linting.now();
        List<Outcome> outcomes = new ArrayList<>();
        List<PublishedItem> fresh = new ArrayList<>();
        List<String> arrived = new ArrayList<>();
        for (JsonNode guide : guides) {
            LintReport report = lint.lint(guide);
            if (!report.refusals().isEmpty()) {
                outcomes.add(new Outcome(id(guide), REFUSED, 0, List.of(), report.refusals()));
                continue;
            }
            Item item = ItemReader.read(guide);
            Items.Publication done = items.publish(
                    item.id(), Edition.of(item, CanonicalJson.text(guide), report.findings(), clock.instant()), by);
            arrived.add(item.id());
            if (done.outcome() != Items.Outcome.UNCHANGED) {
                fresh.add(new PublishedItem(
                        item, done.item().published(), done.item().halt()));
            }
            outcomes.add(new Outcome(
                    item.id(),
                    done.outcome().name().toLowerCase(Locale.ROOT),
                    done.item().published(),
                    report.findings(),
                    List.of()));
        }
        index.put(fresh);
        linting.arrived(arrived);
        return outcomes;
    }

    /** How items that were taken before stand now; nothing is published by it. */
    List<Outcome> known(List<JsonNode> guides) {
        GuideLint lint = linting.now();
        List<Outcome> outcomes = new ArrayList<>();
        for (JsonNode guide : guides) {
            LintReport report = lint.lint(guide);
            outcomes.add(
                    report.refusals().isEmpty()
                            ? unchanged(items.item(ItemReader.read(guide).id()))
                            : new Outcome(id(guide), REFUSED, 0, List.of(), report.refusals()));
        }
        return outcomes;
    }

    private static Outcome unchanged(CatalogItem item) {
        String result = Items.Outcome.UNCHANGED.name().toLowerCase(Locale.ROOT);
        return new Outcome(item.id(), result, item.published(), item.edition().flags(), List.of());
    }

    private static @Nullable String id(JsonNode guide) {
        JsonNode id = guide.get("id");
        return id != null && id.isString() ? id.stringValue() : null;
    }
}
