package org.tongban.catalog.guide;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Why a line is on the list.
 *
 * @param answers the answers that called it, by question; none when it is always called
 */
public record Because(Map<String, Object> answers) {
    public Because {
        answers = Collections.unmodifiableMap(new LinkedHashMap<>(answers));
    }

    public boolean isAlways() {
        return answers.isEmpty();
    }

    /** Both reasons together: what is always called by one line needs no answer of another. */
    public Because and(Because other) {
        if (isAlways() || other.isAlways()) {
            return new Because(Map.of());
        }
        Map<String, Object> both = new LinkedHashMap<>(answers);
        both.putAll(other.answers);
        return new Because(both);
    }
}
