package org.tongban.catalog.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.stream.IntStream;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** As many items as wanted, made of the real ones: other places carry them out, and under other handling items. */
final class ManyItems implements Iterable<Collection<PublishedItem>> {
    private static final int AT_ONCE = 500;
    private static final List<String> VARIANTS =
            List.of("", "（新办）", "（变更）", "（延续）", "（补办）", "（注销）", "（换证）", "（备案）", "（年审）", "（分支机构）");

    private final List<JsonNode> real = List.copyOf(RealData.gsi().values());
    private final List<JsonNode> counties = counties();
    private final int wanted;

    ManyItems(int wanted) {
        this.wanted = wanted;
    }

    private static List<JsonNode> counties() {
        List<JsonNode> counties = new ArrayList<>();
        RealData.tree("divisions").get("divisions").forEach(division -> {
            if (division.get("level").intValue() == 4) {
                counties.add(division);
            }
        });
        return counties;
    }

    @Override
    public Iterator<Collection<PublishedItem>> iterator() {
        return IntStream.iterate(0, from -> from < wanted, from -> from + AT_ONCE)
                .mapToObj(from -> (Collection<PublishedItem>) IntStream.range(from, Math.min(wanted, from + AT_ONCE))
                        .mapToObj(this::item)
                        .toList())
                .iterator();
    }

    private PublishedItem item(int number) {
        JsonNode base = real.get(number % real.size());
        if (number < real.size()) {
            return new PublishedItem(ItemReader.read(base), 1);
        }
        String variant = VARIANTS.get(number / real.size() % VARIANTS.size());
        JsonNode county = counties.get(number / real.size() / VARIANTS.size() * 7 % counties.size());
        ObjectNode item = Json.mapper().createObjectNode();
        base.properties().forEach(field -> item.set(field.getKey(), field.getValue()));
        item.put("id", base.get("id").stringValue() + "-" + number);
        item.put("name", base.get("name").stringValue() + variant);
        item.put("scope", "local");
        item.set("division", county);
        return new PublishedItem(ItemReader.read(item), 1);
    }
}
