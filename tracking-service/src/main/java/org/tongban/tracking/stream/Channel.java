package org.tongban.tracking.stream;

import java.io.IOException;
import org.tongban.tracking.view.EntryView;

/** The far end of a stream: somebody's browser. */
interface Channel {
    void entry(EntryView entry) throws IOException;

    void heartbeat() throws IOException;

    void close();
}
