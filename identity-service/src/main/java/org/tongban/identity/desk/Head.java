package org.tongban.identity.desk;

import java.util.Locale;

/**
 * Somebody who heads a department.
 *
 * @param id opaque, the subject of their tokens
 * @param userName as they sign in, in lower case
 */
record Head(String id, String userName, Desk desk) {
    boolean isCalled(String who) {
        return id.equals(who) || userName.equals(who.toLowerCase(Locale.ROOT));
    }

    /** Names get into no log. */
    @Override
    public String toString() {
        return "a head of " + desk;
    }
}
