package org.tongban.local.place;

/** Something cannot be done; the message is one clear sentence for the person at the terminal. */
public final class Refused extends RuntimeException {

    public Refused(String sentence) {
        super(sentence);
    }

    public Refused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
