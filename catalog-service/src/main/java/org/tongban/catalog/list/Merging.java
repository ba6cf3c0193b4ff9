package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Reading;

/**
 * The same paper once: lines that mean the same, or that a narrower line already meets, become one; so do the pieces
 * of a torn line. A line without a reading stays alone. Which lines join does not depend on their order.
 */
final class Merging {
    private final DocumentKinds kinds;

    Merging(DocumentKinds kinds) {
        this.kinds = kinds;
    }

    List<Requirement> merge(List<Called> called) {
        List<Called> whole = mend(called);
        Map<Called, List<Called>> joined = new LinkedHashMap<>();
        whole.forEach(line -> joined.computeIfAbsent(host(line, whole), host -> new ArrayList<>())
                .add(line));
        return joined.entrySet().stream()
                .map(entry -> requirement(entry.getKey(), entry.getValue()))
                .toList();
    }

    private Requirement requirement(Called host, List<Called> parts) {
        return new Requirement(
                parts,
                parts.stream()
                        .filter(part -> part.equals(host) || meets(part, host))
                        .collect(Collectors.toSet()));
    }

    private static List<Called> mend(List<Called> called) {
        Map<Object, Called> pieces = new LinkedHashMap<>();
        for (Called line : called) {
            Reading reading = line.reading();
            Object piece = reading == null || reading.torn() == null ? line : reading.torn();
            pieces.merge(piece, line, Called::with);
        }
        return List.copyOf(pieces.values());
    }

    /** The line that this one joins: of the narrowest that meet it the first, which may be itself. */
    private Called host(Called line, List<Called> all) {
        List<Called> meeting = all.stream().filter(other -> meets(other, line)).toList();
        return meeting.stream()
                .filter(other -> meeting.stream().noneMatch(third -> meets(third, other) && !meets(other, third)))
                .min(Called.FIXED_ORDER)
                .orElse(line);
    }

    private boolean meets(Called have, Called want) {
        Reading brought = have.reading();
        Reading wanted = want.reading();
        return brought != null
                && wanted != null
                && kinds.isMergeable(brought)
                && kinds.isMergeable(wanted)
                && kinds.meets(brought, wanted);
    }
}
