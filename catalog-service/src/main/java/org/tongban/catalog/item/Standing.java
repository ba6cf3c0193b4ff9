package org.tongban.catalog.item;

import java.util.Set;

/** Whether an item can be asked for now; the one table of where it may go from where it is. */
public enum Standing {
    CURRENT,
    SUSPENDED,
    WITHDRAWN;

    private Set<Standing> next() {
        return switch (this) {
            case CURRENT -> Set.of(SUSPENDED, WITHDRAWN);
            case SUSPENDED -> Set.of(CURRENT, WITHDRAWN);
            case WITHDRAWN -> Set.of(CURRENT);
        };
    }

    public boolean mayBecome(Standing other) {
        return next().contains(other);
    }
}
