package org.tongban.catalog.document;

/**
 * One kind of document of one holder.
 *
 * @param kind a document kind's key, or {@code form:<item>#<no>} for what is written for one line only
 * @param holder whose document it is: applicant, agent, organisation, premises…
 */
public record Paper(String kind, String holder) {
    private static final String FORM = "form:";

    boolean isForm() {
        return kind.startsWith(FORM);
    }

    /** Mother and father each count as parent, never the reverse. */
    boolean isOf(String wanted) {
        return holder.equals(wanted)
                || (wanted.equals("parent") && (holder.equals("mother") || holder.equals("father")));
    }
}
