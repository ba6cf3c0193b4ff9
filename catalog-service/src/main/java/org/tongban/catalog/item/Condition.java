package org.tongban.catalog.item;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.platform.security.Divisions;

/**
 * When something of a guide counts: each question must have one of its values, and each circumstance of the caller must
 * be one of those named; without either always.
 *
 * @param values by the item's own key of the question
 * @param circumstances by {@link #APPLICANT} or {@link #DIVISION}; a division holds what lies in it
 */
public record Condition(Map<String, List<String>> values, Map<String, List<String>> circumstances) {
    public static final String APPLICANT = "applicant";
    public static final String DIVISION = "division";
    public static final Condition ALWAYS = new Condition(Map.of(), Map.of());

    public Condition {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        circumstances = Collections.unmodifiableMap(new LinkedHashMap<>(circumstances));
    }

    /** That one question has this value. */
    public static Condition of(String question, String value) {
        return new Condition(Map.of(question, List.of(value)), Map.of());
    }

    /** Whether a key of a condition means who or where the caller is, and no question. */
    public static boolean isCircumstance(String key) {
        return key.equals(APPLICANT) || key.equals(DIVISION);
    }

    public boolean isAlways() {
        return values.isEmpty() && circumstances.isEmpty();
    }

    /** Whether some answers of this applicant in this division can fulfil it. */
    boolean canHoldFor(String applicant, String division) {
        List<String> places = circumstances.get(DIVISION);
        return circumstances.getOrDefault(APPLICANT, List.of(applicant)).contains(applicant)
                && (places == null || places.stream().anyMatch(place -> Divisions.holds(place, division)));
    }
}
