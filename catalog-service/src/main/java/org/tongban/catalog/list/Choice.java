package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.bundle.Matter;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;

/**
 * Which items a wish takes, and what its bundle says about their order.
 *
 * @param asked by the item that is taken the one that was asked for; another one where the division has its own guide
 * @param withoutGuide the matters of the bundle that nobody has a guide for in this division, by name
 */
record Choice(List<String> items, @Nullable Bundle bundle, Map<String, String> asked, List<String> withoutGuide) {
    Choice {
        items = List.copyOf(items);
        asked = Map.copyOf(asked);
        withoutGuide = List.copyOf(withoutGuide);
    }

    /**
     * The same with the guides that are good in the division.
     *
     * @param guides by the id that was asked for
     * @throws NotAllowed where two ids mean the same guide there
     */
    Choice with(Map<String, PublishedItem> guides) {
        Map<String, String> taken = new LinkedHashMap<>();
        List<Refusal.Fault> faults = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            PublishedItem guide = guides.get(items.get(i));
            String item = guide == null ? items.get(i) : guide.id();
            String other = taken.putIfAbsent(item, items.get(i));
            if (other != null) {
                faults.add(fault(
                        i,
                        "事项“" + items.get(i) + "”与“" + other + "”在此地是同一事项“" + item + "”。",
                        "The items \"" + items.get(i) + "\" and \"" + other + "\" are the same item \"" + item
                                + "\" here."));
            }
        }
        refuse(faults);
        return new Choice(List.copyOf(taken.keySet()), bundle, taken, withoutGuide);
    }

    /**
     * Reads the wish's bundle and items.
     *
     * @param here the guides of these items that are good in the wish's division: by the item the guide's id
     * @param atMost how many items one wish may name
     * @throws NotAllowed naming what cannot be taken
     */
    static Choice of(
            Wish wish,
            Function<String, Optional<Bundle>> bundles,
            Function<Collection<String>, Map<String, String>> here,
            int atMost) {
        String key = wish.bundle();
        List<String> items = wish.items();
        if (items != null) {
            refuseBadNumbers(items, atMost);
        }
        if (key == null) {
            if (items == null) {
                throw new NotAllowed("/items", "请选择事项或者一件事。", "Choose items or a bundle.");
            }
            return new Choice(items, null, Map.of(), List.of());
        }
        Bundle bundle = bundles.apply(key)
                .orElseThrow(() ->
                        new NotAllowed("/bundle", "没有“" + key + "”这个一件事。", "There is no bundle \"" + key + "\"."));
        Map<String, String> guides = here.apply(bundle.matters().stream()
                .flatMap(matter -> matter.items().stream())
                .toList());
        return new Choice(
                items == null ? wanted(bundle, guides.keySet()) : oneOfEachMatter(bundle, items, guides),
                bundle,
                Map.of(),
                bundle.matters().stream()
                        .filter(matter -> !matter.optional() && Collections.disjoint(matter.items(), guides.keySet()))
                        .map(Matter::name)
                        .toList());
    }

    /** The chosen items that the bundle puts before this one. */
    List<String> before(String item) {
        if (bundle == null) {
            return List.of();
        }
        List<Matter> matters =
                bundle.matterOf(askedFor(item)).map(bundle::before).orElse(List.of());
        return items.stream()
                .filter(other -> !other.equals(item)
                        && matters.stream().anyMatch(matter -> matter.items().contains(askedFor(other))))
                .toList();
    }

    /** The id under which an item was asked for: that of the guide whose place it takes here, or its own. */
    String askedFor(String item) {
        return asked.getOrDefault(item, item);
    }

    private static void refuseBadNumbers(List<String> items, int atMost) {
        if (items.isEmpty()) {
            throw new NotAllowed("/items", "请至少选择一个事项。", "Choose at least one item.");
        }
        if (items.size() > atMost) {
            throw new NotAllowed("/items", "一次最多选择" + atMost + "个事项。", "At most " + atMost + " items at once.");
        }
        List<Refusal.Fault> twice = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            if (items.indexOf(items.get(i)) < i) {
                twice.add(fault(i, "事项“" + items.get(i) + "”重复。", "The item \"" + items.get(i) + "\" is named twice."));
            }
        }
        refuse(twice);
    }

    /** What can be done here: a matter without a guide in the division is shown, not taken. */
    private static List<String> wanted(Bundle bundle, Set<String> guided) {
        List<String> items = new ArrayList<>();
        for (Matter matter : bundle.matters()) {
            List<String> able = matter.items().stream().filter(guided::contains).toList();
            if (matter.optional() || able.isEmpty()) {
                continue;
            }
            if (able.size() > 1) {
                String choices = String.join(", ", able);
                throw new NotAllowed(
                        "/items",
                        "“" + matter.name() + "”有几种办理事项，请用items选择其一：" + choices + "。",
                        "\"" + matter.name() + "\" is carried out by several items; choose one in items: " + choices
                                + ".");
            }
            items.add(able.get(0));
        }
        if (items.isEmpty()) {
            throw new NotAllowed(
                    "/bundle",
                    "“" + bundle.name() + "”在此地还没有可办理的事项。",
                    "\"" + bundle.name() + "\" has no item with a guide here yet.");
        }
        return items;
    }

    /** A place's own guide is taken for the item that the bundle names. */
    private static List<String> oneOfEachMatter(Bundle bundle, List<String> items, Map<String, String> guides) {
        List<Refusal.Fault> faults = new ArrayList<>();
        List<String> named = new ArrayList<>();
        Map<Matter, String> taken = new LinkedHashMap<>();
        for (int i = 0; i < items.size(); i++) {
            String item = items.get(i);
            String name = bundle.matterOf(item).isPresent() ? item : namedInstead(item, guides);
            Optional<Matter> matter = bundle.matterOf(name);
            named.add(name);
            if (matter.isEmpty()) {
                faults.add(fault(
                        i,
                        "事项“" + item + "”不属于“" + bundle.name() + "”。",
                        "The item \"" + item + "\" is none of \"" + bundle.name() + "\"."));
                continue;
            }
            String other = taken.putIfAbsent(matter.get(), item);
            if (other != null) {
                faults.add(fault(
                        i,
                        "“" + matter.get().name() + "”只能选一个事项，已选“" + other + "”。",
                        "\"" + matter.get().name() + "\" takes one item, and \"" + other + "\" is chosen already."));
            }
        }
        refuse(faults);
        return named;
    }

    private static String namedInstead(String item, Map<String, String> guides) {
        return guides.entrySet().stream()
                .filter(guide -> guide.getValue().equals(item))
                .map(Map.Entry::getKey)
                .min(Comparator.naturalOrder())
                .orElse(item);
    }

    private static Refusal.Fault fault(int index, String zh, String en) {
        return new Refusal.Fault(Pointer.of("items", index), new Said(zh, en));
    }

    private static void refuse(List<Refusal.Fault> faults) {
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
    }
}
