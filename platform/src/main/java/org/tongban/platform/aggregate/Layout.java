package org.tongban.platform.aggregate;

import java.util.Set;

/** The field names round an aggregate's own fields in its document. */
public final class Layout {
    public static final String ID = "_id";
    public static final String VERSION = "version";
    public static final String CHANGED_AT = "changedAt";
    public static final String SEQUENCES = "sequences";
    public static final String OUTBOX = "outbox";
    public static final String OUTBOX_NO = "outboxNo";
    public static final String PENDING_SINCE = "pendingSince";
    public static final String SEND_FAILURES = "sendFailures";
    public static final String COMMANDS = "commands";
    public static final String POSITIONS = "positions";

    static final Set<String> RESERVED = Set.of(
            ID, VERSION, CHANGED_AT, SEQUENCES, OUTBOX, OUTBOX_NO, PENDING_SINCE, SEND_FAILURES, COMMANDS, POSITIONS);

    private Layout() {}
}
