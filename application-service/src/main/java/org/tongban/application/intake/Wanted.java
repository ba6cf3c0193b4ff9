package org.tongban.application.intake;

import java.util.List;

/**
 * A kind of document, whose it is, and all kinds that do in its place.
 *
 * @param holder whose document it is, {@code applicant} or {@code organisation}
 * @param accepts includes the kind itself
 */
public record Wanted(String kind, String holder, List<String> accepts) {
    public Wanted {
        // a list that leaves it out means the kind alone
        accepts = accepts == null ? List.of(kind) : List.copyOf(accepts);
    }

    /** Whether a document of that kind and holder will do; mother and father each count as parent, never the reverse. */
    public boolean isMetBy(String otherKind, String otherHolder) {
        return (kind.equals(otherKind) || accepts.contains(otherKind)) && isOf(otherHolder);
    }

    private boolean isOf(String other) {
        return holder.equals(other) || (holder.equals("parent") && (other.equals("mother") || other.equals("father")));
    }
}
