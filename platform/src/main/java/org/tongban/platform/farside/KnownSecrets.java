package org.tongban.platform.farside;

import org.tongban.platform.place.PublicBase;

/** A house that others reach must not be opened by a secret that anybody can guess or read in the sources. */
final class KnownSecrets {
    private static final int SHORTEST = 24;

    private KnownSecrets() {}

    /** @throws IllegalStateException off this machine, when the secret is none of its own */
    static void refuse(String publicBase, FarSideProperties properties) {
        String secret = properties.clientSecret();
        if (!PublicBase.isThisMachine(publicBase)
                && (secret.length() < SHORTEST || secret.contains(properties.clientId()))) {
            throw new IllegalStateException("TONGBAN_CLIENT_SECRET of " + properties.clientId()
                    + " is missing, its name, or shorter than " + SHORTEST + " characters, and " + publicBase
                    + " is not this machine: give the client a random secret in the realm and here.");
        }
    }
}
