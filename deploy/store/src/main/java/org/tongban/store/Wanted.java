package org.tongban.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.Document;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a search looks for, and the fields of a document that tell whether it is that.
 *
 * @param fields the outermost ones, null when all may matter
 */
record Wanted(Document filter, @Nullable Set<String> fields) {

    static Wanted of(Document filter, Document order) {
        Set<String> fields = new HashSet<>(Set.of("_id"));
        order.keySet().forEach(path -> fields.add(outermost(path)));
        return new Wanted(filter, collect(filter, fields) ? fields : null);
    }

    /** The part of a stored document that matters. */
    Document read(byte[] stored) {
        return fields == null ? StoredForm.read(stored) : StoredForm.read(stored, fields);
    }

    /** False for a filter that may look at any field. */
    private static boolean collect(Document filter, Set<String> fields) {
        return filter.entrySet().stream().allMatch(entry -> collect(entry.getKey(), entry.getValue(), fields));
    }

    private static boolean collect(String name, @Nullable Object wanted, Set<String> fields) {
        if (!name.startsWith("$")) {
            fields.add(outermost(name));
            return true;
        }
        return Set.of("$and", "$or", "$nor").contains(name)
                && wanted instanceof Collection<?> parts
                && parts.stream().allMatch(part -> part instanceof Document inner && collect(inner, fields));
    }

    /** The outermost fields that a projection can leave, null when they cannot be told from it. */
    static @Nullable Set<String> left(@Nullable Document projection) {
        if (projection == null) {
            return null;
        }
        Set<String> fields = new HashSet<>(Set.of("_id"));
        boolean includes = false;
        for (Map.Entry<String, Object> field : projection.entrySet()) {
            boolean included = field.getValue() instanceof Number || field.getValue() instanceof Boolean;
            if (included && Utils.isTrue(field.getValue()) && !field.getKey().contains("$")) {
                fields.add(outermost(field.getKey()));
                includes = true;
            } else if (!field.getKey().equals("_id")) {
                return null;
            }
        }
        return includes ? fields : null;
    }

    static String outermost(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }
}
