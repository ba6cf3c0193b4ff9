package org.tongban.store;

import de.bwaldvogel.mongo.backend.Utils;
import de.bwaldvogel.mongo.bson.BsonRegularExpression;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a filter says about single fields, as far as an index can use it. What it leaves out only lets more documents
 * through: each is matched against the whole filter afterwards.
 */
final class Conditions {

    private final Map<String, List<Allowed>> byPath = new HashMap<>();
    private final Set<String> existing = new HashSet<>();
    private final Set<String> named = new HashSet<>();
    private List<Document> alternatives = List.of();

    /**
     * The values a field may have.
     *
     * @param points whether each range holds one value only
     */
    record Allowed(List<Range> values, boolean points) {

        private Allowed and(Allowed other) {
            return new Allowed(Range.common(values, other.values), points || other.points);
        }
    }

    /** One for each branch of the filter's {@code $or}, or just one. */
    static List<Conditions> of(Document filter) {
        Conditions base = new Conditions();
        base.read(filter, "");
        if (base.alternatives.isEmpty()) {
            return List.of(base);
        }
        List<Conditions> branches = new ArrayList<>();
        for (Document branch : base.alternatives) {
            Conditions conditions = new Conditions();
            conditions.read(filter, "");
            conditions.read(branch, "");
            branches.add(conditions);
        }
        return branches;
    }

    /**
     * What a field may hold, or null if nothing is known.
     *
     * @param severalValues whether a document can have several values there, of which each condition may mean another
     */
    @Nullable
    Allowed at(String path, boolean severalValues) {
        Allowed known = null;
        for (Allowed next : byPath.getOrDefault(path, List.of())) {
            if (known == null || (severalValues && next.points() && !known.points())) {
                known = next;
            } else if (!severalValues) {
                known = known.and(next);
            }
        }
        return known;
    }

    boolean exists(String path) {
        return existing.contains(path) || byPath.containsKey(path);
    }

    /** Whether the filter names no other fields than these. */
    boolean nameOnly(Collection<String> paths) {
        return paths.containsAll(named);
    }

    private void read(Document filter, String prefix) {
        filter.forEach((name, wanted) -> {
            if (name.equals("$and")) {
                documents(wanted).forEach(part -> read(part, prefix));
            } else if (name.equals("$or") && prefix.isEmpty() && alternatives.isEmpty()) {
                alternatives = documents(wanted);
            } else if (name.startsWith("$")) {
                named.add(name);
            } else {
                named.add(prefix + name);
                field(prefix + name, wanted);
            }
        });
    }

    private static List<Document> documents(Object list) {
        return list instanceof Collection<?> parts
                ? parts.stream()
                        .filter(Document.class::isInstance)
                        .map(Document.class::cast)
                        .toList()
                : List.of();
    }

    private void field(String path, @Nullable Object wanted) {
        if (wanted instanceof Document expression && startsWithOperator(expression)) {
            expression.forEach((operator, operand) -> operator(path, operator, operand));
        } else {
            points(path, Collections.singletonList(wanted));
        }
    }

    private void operator(String path, String operator, @Nullable Object operand) {
        if (operator.equals("$exists") && Utils.isTrue(operand)) {
            existing.add(path);
        } else if (operand instanceof Collection<?> values && operator.equals("$in")) {
            points(path, values);
        } else if (operand instanceof Document element && operator.equals("$elemMatch")) {
            read(element, path + ".");
        } else if (operand != null) {
            comparison(path, operator, operand);
        }
    }

    private void comparison(String path, String operator, Object operand) {
        if (operator.equals("$eq")) {
            points(path, List.of(operand));
            return;
        }
        if (operand instanceof Document || !indexable(operand)) {
            return;
        }
        Range same = Range.startingWith(KeyWriter.ascending(operand));
        Range type = Range.startingWith(new byte[] {(byte) KeyWriter.type(operand)});
        byte[] after = same.to() == null ? same.from() : same.to();
        switch (operator) {
            case "$gt" -> within(path, new Range(after, type.to()));
            case "$gte" -> within(path, new Range(same.from(), type.to()));
            case "$lt" -> within(path, new Range(type.from(), same.from()));
            case "$lte" -> within(path, new Range(type.from(), after));
            default -> {
                // no index can tell
            }
        }
    }

    private void within(String path, Range range) {
        add(path, new Allowed(List.of(range), false));
    }

    private void points(String path, Collection<?> values) {
        if (values.stream().allMatch(Conditions::indexable)) {
            List<Range> points = values.stream()
                    .map(KeyWriter::ascending)
                    .map(Range::startingWith)
                    .toList();
            add(path, new Allowed(points, true));
        }
    }

    private void add(String path, Allowed allowed) {
        byPath.computeIfAbsent(path, p -> new ArrayList<>()).add(allowed);
    }

    private static boolean startsWithOperator(Document document) {
        return !document.isEmpty() && document.keySet().iterator().next().startsWith("$");
    }

    /** Null also finds fields that are missing, arrays and patterns find their elements: no index can tell these. */
    private static boolean indexable(@Nullable Object value) {
        return value != null
                && !(value instanceof Collection)
                && !(value instanceof MinKey)
                && !(value instanceof MaxKey)
                && !BsonRegularExpression.isRegularExpression(value)
                && !(value instanceof Document document && startsWithOperator(document));
    }
}
