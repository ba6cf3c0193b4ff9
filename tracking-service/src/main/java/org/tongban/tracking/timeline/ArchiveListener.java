package org.tongban.tracking.timeline;

import java.util.List;

/** Is told of entries before they leave the timeline itself, perhaps several times. */
@FunctionalInterface
public interface ArchiveListener {
    void archiving(String code, List<Entry> entries);
}
