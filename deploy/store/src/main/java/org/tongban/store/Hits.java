package org.tongban.store;

import org.jspecify.annotations.Nullable;

/** What a search finds, one after the other; each document is a copy of its own. */
interface Hits {

    /** The next one, null when there are no more. */
    @Nullable
    Hit next();

    /** Lets go of the state of the store that is being read; what comes next is read from the newest. */
    void pause();
}
