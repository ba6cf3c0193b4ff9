package org.tongban.tracking.reconciliation;

/** Whose positions are compared with ours; the name is the service's and the field's. */
enum Teller {
    APPLICATION,
    NOTIFICATION;

    String service() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
