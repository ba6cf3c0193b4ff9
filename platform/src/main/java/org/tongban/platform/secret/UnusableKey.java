package org.tongban.platform.secret;

import java.nio.file.Path;

/** A key file that is not there or not fit, in one sentence for the person who starts the service. */
public final class UnusableKey extends IllegalStateException {

    UnusableKey(Path file, String trouble) {
        super("key file " + file + " " + trouble);
    }

    UnusableKey(Path file, String trouble, Throwable cause) {
        super("key file " + file + " " + trouble, cause);
    }
}
