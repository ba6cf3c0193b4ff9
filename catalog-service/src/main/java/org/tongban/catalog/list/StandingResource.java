package org.tongban.catalog.list;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** What has become of the items of an issued list, which itself never changes. */
@RestController
@RequestMapping("/api/catalog/lists/{listNo}/standing")
final class StandingResource {
    private final IssuedLists lists;
    private final Items items;

    StandingResource(IssuedLists lists, Items items) {
        this.lists = lists;
        this.items = items;
    }

    /** Where an item of a list stands against what the list rests on. */
    enum Compared {
        CURRENT,
        NEWER_VERSION,
        SUSPENDED,
        WITHDRAWN
    }

    /**
     * One item of the list.
     *
     * @param version the one the list rests on
     * @param published the one that is published now
     * @param notice what the editors tell those who wanted it; null where it can be asked for
     * @param text all of it and what to do, in the caller's language; null where nothing has changed
     */
    record Row(
            String item,
            String name,
            int version,
            int published,
            Compared standing,
            @Nullable Instant since,
            @Nullable String reason,
            @Nullable String notice,
            @Nullable String text) {}

    /** A list and its items in case order. */
    record Shown(String listNo, List<Row> items) {}

    @GetMapping
    ResponseEntity<Shown> standing(@PathVariable String listNo, Locale locale) {
        IssuedList list = lists.find(listNo)
                .orElseThrow(() -> new NotFound("没有清单“" + listNo + "”。", "There is no list \"" + listNo + "\"."));
        JsonNode listed = Json.mapper().readTree(list.body()).path("items");
        List<String> ids = new ArrayList<>();
        listed.forEach(each -> ids.add(each.path("item").stringValue()));
        Map<String, PublishedItem> now = items.published(ids);
        List<Row> rows = new ArrayList<>();
        for (JsonNode each : listed) {
            PublishedItem current = now.get(each.path("item").stringValue());
            if (current != null) {
                rows.add(row(each.path("version").intValue(), each.path("name").stringValue(), current, locale));
            }
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache().cachePrivate())
                .body(new Shown(listNo, rows));
    }

    private static Row row(int version, String name, PublishedItem current, Locale locale) {
        Halt halt = current.halt();
        Compared compared = compared(version, current);
        Said text = text(name, compared, current);
        return new Row(
                current.id(),
                name,
                version,
                current.version(),
                compared,
                halt == null ? null : halt.since(),
                halt == null ? null : halt.reason(),
                halt == null ? null : halt.notice(),
                text == null ? null : text.in(locale));
    }

    private static Compared compared(int version, PublishedItem current) {
        Halt halt = current.halt();
        if (halt != null) {
            return Compared.valueOf(halt.standing().name());
        }
        return current.version() == version ? Compared.CURRENT : Compared.NEWER_VERSION;
    }

    private static @Nullable Said text(String name, Compared compared, PublishedItem current) {
        Halt halt = current.halt();
        if (halt != null) {
            Said fact = halt.fact(current.id(), name);
            return new Said(
                    fact.zh() + "本清单内容不变；提交前请先按通知办理，或联系办理部门。",
                    fact.en()
                            + " This list stays as it is; before you hand anything in do as the notice says, or ask the"
                            + " department.");
        }
        return compared == Compared.CURRENT
                ? null
                : new Said(
                        "事项“" + name + "”的指南已有第" + current.version() + "版；本清单在有效期内仍按原内容办理，也可以重新查询一单。",
                        "The guide of \"" + current.id() + "\" is at version " + current.version()
                                + " by now; this list stays good as it is while it is valid, or make a new one.");
    }
}
