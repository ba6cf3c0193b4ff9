package org.tongban.catalog.lint;

import java.util.ArrayList;
import java.util.List;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;

/** What the checks have found so far. */
final class Findings {
    private final List<Flag> flags = new ArrayList<>();
    private final List<Flag> refusals = new ArrayList<>();

    void add(Rule rule, String pointer, String zh, String en) {
        Severity severity = rule.severity();
        if (severity == null) {
            refusals.add(new Flag(rule.code(), Severity.ERROR, pointer, zh, en));
        } else {
            flags.add(new Flag(rule.code(), severity, pointer, zh, en));
        }
    }

    List<Flag> flags() {
        return List.copyOf(flags);
    }

    /** Why the guide cannot be taken at all; none when it can. */
    List<Flag> refusals() {
        return List.copyOf(refusals);
    }
}
