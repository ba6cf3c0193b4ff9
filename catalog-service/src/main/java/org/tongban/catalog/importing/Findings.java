package org.tongban.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import org.tongban.catalog.item.Flag;

/** What an inspection found. */
final class Findings {
    private final List<Flag> flags = new ArrayList<>();
    private final List<Flag> reasons = new ArrayList<>();

    /** Dirty, but stored. */
    void flag(String code, String pointer, String zh, String en) {
        flags.add(new Flag(code, pointer, zh, en));
    }

    /** Without this the item cannot be found, handled or put on a list. */
    void refuse(String code, String pointer, String zh, String en) {
        reasons.add(new Flag(code, pointer, zh, en));
    }

    List<Flag> flags() {
        return List.copyOf(flags);
    }

    /** Why it cannot be taken; none when it can. */
    List<Flag> reasons() {
        return List.copyOf(reasons);
    }
}
