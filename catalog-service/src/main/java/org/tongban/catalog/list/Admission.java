package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.exclusion.Exclusions;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.CatalogItem;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;

/** Whether each chosen item exists, is good in this division, serves this applicant and agrees with the others. */
final class Admission {
    private final Wish wish;
    private final Dependencies order;
    private final Map<String, PublishedItem> found;
    private final Exclusions exclusions;

    /** @param order what the bundle says about the order, nothing else */
    Admission(Wish wish, Dependencies order, Map<String, PublishedItem> found, Exclusions exclusions) {
        this.wish = wish;
        this.order = order;
        this.found = found;
        this.exclusions = exclusions;
    }

    /** @throws NotAllowed naming every item that cannot be taken */
    List<PublishedItem> admit(List<String> chosen) {
        Map<String, PublishedItem> admitted = new LinkedHashMap<>();
        List<Refusal.Fault> faults = new ArrayList<>();
        for (int i = 0; i < chosen.size(); i++) {
            PublishedItem item = found.get(chosen.get(i));
            Said objection = objection(chosen.get(i), item);
            if (objection == null && item != null) {
                objection = exclusion(item.item(), admitted.values());
            }
            if (objection != null) {
                faults.add(new Refusal.Fault(pointer(i), objection));
            } else if (item != null) {
                admitted.put(item.id(), item);
            }
        }
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        return List.copyOf(admitted.values());
    }

    private String pointer(int index) {
        return wish.items() == null ? "/bundle" : Pointer.of("items", index);
    }

    private @Nullable Said objection(String id, @Nullable PublishedItem published) {
        if (published == null) {
            return CatalogItem.unknown(id);
        }
        Item item = published.item();
        if (published.halt() != null) {
            return published.halt().refusal(id, item.name());
        }
        if (!item.isGoodIn(wish.division())) {
            return new Said(
                    "事项“" + id + "”（" + item.name() + "）不在" + wish.division() + "办理。",
                    "The item \"" + id + "\" is not carried out in " + wish.division() + ".");
        }
        if (!isServed(id)) {
            return new Said(
                    "事项“" + id + "”（" + item.name() + "）不面向" + wish.applicant() + "。",
                    "The item \"" + id + "\" does not serve " + wish.applicant() + ".");
        }
        return null;
    }

    private @Nullable Said exclusion(Item item, Collection<PublishedItem> others) {
        for (PublishedItem other : others) {
            Said why = exclusions.between(other.item(), item).orElse(null);
            if (why != null) {
                return new Said(
                        "“" + item.name() + "”和“" + other.item().name() + "”不能放在一张清单上：" + why.zh() + "。",
                        "\"" + item.id() + "\" and \"" + other.id() + "\" cannot stand on one list: " + why.en() + ".");
            }
        }
        return null;
    }

    /** Served itself, or behind an item that is: the founder's company comes into being on the way. */
    private boolean isServed(String id) {
        PublishedItem published = found.get(id);
        return (published != null && published.item().serves(wish.applicant()))
                || order.after(id).stream().anyMatch(this::isServed);
    }
}
