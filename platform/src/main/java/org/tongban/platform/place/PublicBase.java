package org.tongban.platform.place;

import java.net.URI;
import java.util.Set;

/** The one address under which a house is reached. */
public final class PublicBase {
    private static final Set<String> THIS_MACHINE = Set.of("localhost", "127.0.0.1", "[::1]");

    private PublicBase() {}

    /** Whether only this very machine reaches it: what is made for trying is refused anywhere else. */
    public static boolean isThisMachine(String publicBase) {
        String host = URI.create(publicBase).getHost();
        return host != null && THIS_MACHINE.contains(host);
    }
}
