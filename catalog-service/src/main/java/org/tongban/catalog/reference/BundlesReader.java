package org.tongban.catalog.reference;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.bundle.Matter;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.platform.problem.NotAllowed;
import tools.jackson.databind.JsonNode;

/** Reads {@code bundles.json}. */
final class BundlesReader {
    private BundlesReader() {}

    /** @throws NotAllowed also when the matters of a bundle wait for each other in a circle */
    static List<Bundle> read(JsonNode file) {
        List<Bundle> bundles = Entries.read(file, "bundles", BundlesReader::bundle);
        for (int i = 0; i < bundles.size(); i++) {
            Bundle bundle = bundles.get(i);
            for (Matter matter : bundle.matters()) {
                if (waitsForItself(bundle, matter)) {
                    throw new NotAllowed(
                            Pointer.of("bundles", i),
                            "“" + matter.name() + "”的先后关系形成循环。",
                            "\"" + matter.name() + "\" waits for itself in a circle.");
                }
            }
        }
        return bundles;
    }

    private static boolean waitsForItself(Bundle bundle, Matter matter) {
        Set<Matter> seen = new HashSet<>();
        Set<Matter> open = new HashSet<>(bundle.before(matter));
        while (!open.isEmpty()) {
            Set<Matter> next = new HashSet<>();
            open.stream().filter(seen::add).forEach(each -> next.addAll(bundle.before(each)));
            open = next;
        }
        return seen.contains(matter);
    }

    private static @Nullable Bundle bundle(Fields entry) {
        String key = entry.text("key");
        String name = entry.text("name");
        List<Matter> matters = entry.objects("items", BundlesReader::matter);
        return key == null || name == null || matters.isEmpty() ? null : new Bundle(key, name, matters);
    }

    private static Optional<Matter> matter(Fields entry) {
        return Optional.ofNullable(entry.text("matter"))
                .map(name -> new Matter(name, entry.texts("item"), entry.flag("optional"), entry.texts("after")));
    }
}
