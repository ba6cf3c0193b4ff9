package org.tongban.catalog.exclusion;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Item;
import org.tongban.platform.problem.Said;

/**
 * All reasons for which two items cannot stand on one list: those that the data give, and one that the codes give by
 * themselves. A list is about one applicant and one organisation, child, project or vehicle of theirs: what is begun,
 * changed and ended by the handling items (业务办理项) of one service item is one and the same thing.
 */
public final class Exclusions {
    private static final int OWN_CHARACTERS = 2;
    public static final Exclusions NONE = new Exclusions(List.of());
    private static final Said SAME_ITEM =
            new Said("两者是同一事项的不同业务办理项", "they are handling items of one and the same service item");

    private final List<Exclusion> known;

    public Exclusions(List<Exclusion> known) {
        this.known = List.copyOf(known);
    }

    /** Why these two exclude each other; empty if they do not. */
    public Optional<Said> between(Item one, Item other) {
        return known.stream()
                .filter(exclusion -> exclusion.parts(one.id(), other.id()))
                .map(Exclusion::why)
                .findFirst()
                .or(() -> areOfOneItem(one.handlingCode(), other.handlingCode())
                        ? Optional.of(SAME_ITEM)
                        : Optional.empty());
    }

    /** A 业务办理项编码 is that of its service item (12 or 31 characters) and two of its own. */
    private static boolean areOfOneItem(@Nullable String one, @Nullable String other) {
        return one != null && other != null && !one.equals(other) && item(one).equals(item(other));
    }

    private static String item(String handlingCode) {
        return handlingCode.substring(0, Math.max(0, handlingCode.length() - OWN_CHARACTERS));
    }
}
