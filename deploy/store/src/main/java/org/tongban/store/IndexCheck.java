package org.tongban.store;

import de.bwaldvogel.mongo.bson.Document;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Compares the indexes of one collection with its documents, all in one reading. */
final class IndexCheck {

    private final List<FieldIndex> indexes;
    private final long[] wanted;
    private final boolean[] differs;

    IndexCheck(List<FieldIndex> indexes) {
        this.indexes = indexes;
        this.wanted = new long[indexes.size()];
        this.differs = new boolean[indexes.size()];
    }

    /** The outermost fields that the indexes are made of. */
    static Set<String> fields(List<FieldIndex> indexes) {
        Set<String> fields = new HashSet<>(Set.of("_id"));
        indexes.forEach(index -> index.getKeys().forEach(key -> fields.add(Wanted.outermost(key.getKey()))));
        return fields;
    }

    void see(Document document) {
        for (int i = 0; i < wanted.length; i++) {
            int held = indexes.get(i).entriesHeldOf(document);
            differs[i] |= held < 0;
            wanted[i] += held;
        }
    }

    List<FieldIndex> differing() {
        return indexes.stream()
                .filter(index -> differs[indexes.indexOf(index)] || wanted[indexes.indexOf(index)] != index.getCount())
                .toList();
    }
}
