package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.tongban.catalog.RealData;
import org.tongban.catalog.guide.Because;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.RealReference;
import org.tongban.platform.kit.Seeded;

/** Merging over any of the real items. */
class MergingProperties {
    private static final Map<String, PublishedItem> ITEMS = RealData.items();

    private final Merging merging = new Merging(RealReference.get().kinds());

    @Seeded(tries = 200)
    void noLineIsLostOrDoubledAndNoOrderChangesWhatJoins(Random random) {
        List<Called> called = new ArrayList<>(someItems(random).stream()
                .map(id -> lines(
                        ITEMS.getOrDefault(id, ITEMS.values().iterator().next()).item()))
                .flatMap(List::stream)
                .toList());
        Set<Set<String>> merged = groups(called);

        Collections.shuffle(called, random);

        assertThat(groups(called)).isEqualTo(merged);
        assertThat(merged.stream().flatMap(Set::stream).sorted().toList())
                .isEqualTo(
                        called.stream().map(MergingProperties::place).sorted().toList());
    }

    private static Set<String> someItems(Random random) {
        List<String> ids = List.copyOf(RealData.ids());
        return random.ints(1 + random.nextInt(12), 0, ids.size())
                .mapToObj(ids::get)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Set<Set<String>> groups(List<Called> called) {
        return merging.merge(called).stream()
                .map(line -> line.parts().stream()
                        .flatMap(part -> part.materials().stream().map(material -> part.item() + "#" + material.no()))
                        .collect(Collectors.toSet()))
                .collect(Collectors.toSet());
    }

    private static List<Called> lines(Item item) {
        return item.materials().stream()
                .sorted(Comparator.comparing(material -> material.no()))
                .map(material -> new Called(
                        item.id(),
                        List.of(material),
                        RealReference.get()
                                .kinds()
                                .reading(item.id(), material.no())
                                .orElse(null),
                        new Because(Map.of())))
                .toList();
    }

    private static String place(Called line) {
        return line.item() + "#" + line.no();
    }
}
