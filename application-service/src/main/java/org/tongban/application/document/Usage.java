package org.tongban.application.document;

import org.tongban.application.document.DocumentProperties.Quota;

/** How much one owner has uploaded. */
record Usage(int files, long bytes) {
    Usage plus(long size) {
        return new Usage(files + 1, bytes + size);
    }

    boolean hasRoomFor(long size, Quota quota) {
        return files < quota.files() && bytes + size <= quota.size().toBytes();
    }
}
