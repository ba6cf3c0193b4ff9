package org.tongban.platform.crash;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Named points between store, broker and offset at which the process can be made to die at once, as a power cut would.
 *
 * <p>{@code -Dtongban.crash=relay.after-send} halts the process the first time it comes there. Without the property a
 * point costs one comparison.
 */
public final class CrashPoints {
    private static final String ARMED = System.getProperty("tongban.crash", "");
    private static final Set<String> KNOWN = ConcurrentHashMap.newKeySet();

    private CrashPoints() {}

    /** @param name {@code room.moment}, such as {@code inbox.after-apply} */
    public static void reached(String name) {
        if (!ARMED.isEmpty() && KNOWN.add(name) && ARMED.equals(name)) {
            System.err.println("crash point " + name + " reached: halting");
            Runtime.getRuntime().halt(137);
        }
    }
}
