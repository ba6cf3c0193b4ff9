package org.tongban.local.keycloak;

import java.nio.file.Path;

/** Looks into the database of a Keycloak that does not run. */
@FunctionalInterface
interface RealmLookup {

    /** What it finds there. */
    Found in(Path database);

    /** Whether the realm of the house is in it. */
    enum Found {
        REALM,
        NO_REALM,
        UNREADABLE
    }
}
