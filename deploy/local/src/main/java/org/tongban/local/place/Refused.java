package org.tongban.local.place;

import java.util.Objects;

/** Something cannot be done; the message is one clear sentence for the person at the terminal. */
public final class Refused extends RuntimeException {

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** There always is one. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
