package org.tongban.catalog.search;

import java.util.List;

/** By what hits are counted. */
public enum Facet {
    DEPARTMENT("department"),
    APPLICANT("applicant"),
    /** The item's own place: a code, or {@code everywhere}. */
    DIVISION("division"),
    CASE_TYPE("caseType"),
    KIND("kind");

    private final String dimension;

    Facet(String dimension) {
        this.dimension = dimension;
    }

    /** Its name in answers and in the index. */
    public String dimension() {
        return dimension;
    }

    /** How many hits have a value. */
    public record Count(String value, int count) {}

    /** The counts of one facet, the most first. */
    public record Counts(Facet facet, List<Count> values) {
        public Counts {
            values = List.copyOf(values);
        }
    }
}
