package org.tongban.tracking.timeline;

import java.util.Arrays;

/** What a decision says. */
public enum Outcome {
    GRANTED,
    REFUSED,

    /** One that this version does not know: the application may be newer. */
    OTHER;

    /** The outcome of that word, {@link #OTHER} for one that is not known here. */
    static Outcome ofWord(String word) {
        return Arrays.stream(values())
                .filter(outcome -> outcome.name().equals(word))
                .findFirst()
                .orElse(OTHER);
    }
}
