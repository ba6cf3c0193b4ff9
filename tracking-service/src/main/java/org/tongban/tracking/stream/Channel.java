package org.tongban.tracking.stream;

import org.tongban.tracking.view.EntryView;

/** The far end of a stream: somebody's browser. Nothing here waits for it. */
interface Channel {
    /** @return false when it has not read what it was sent before; nothing is taken then, and it says when there is room */
    boolean entry(EntryView entry);

    /** @return false when it has not read what it was sent before */
    boolean heartbeat();

    void close();
}
