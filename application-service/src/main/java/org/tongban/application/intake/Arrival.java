package org.tongban.application.intake;

import java.util.List;
import java.util.stream.Stream;

/**
 * Whether anything of a case has come to its department. Submitting a bag whose papers will all be brought to a counter is
 * an announcement; its department has nothing yet that it could examine.
 */
record Arrival(List<Requirement> requirements, List<Piece> pieces) {
    private static final String NECESSARY = "必要";

    boolean isOf(Case subject) {
        return isAnythingThere(subject) || !isAllToBeBrought(subject);
    }

    private boolean isAnythingThere(Case subject) {
        return lines(subject).anyMatch(line -> !line.documentIds().isEmpty() || wasAtACounter(line));
    }

    private boolean wasAtACounter(Requirement line) {
        return pieces.stream().anyMatch(piece -> piece.rid().equals(line.rid()) && piece.custody() != Custody.EXPECTED);
    }

    /** One without necessary lines is there with its submission. */
    private boolean isAllToBeBrought(Case subject) {
        List<Requirement> necessary =
                lines(subject).filter(line -> line.need().equals(NECESSARY)).toList();
        return !necessary.isEmpty()
                && necessary.stream().allMatch(line -> line.state() == Requirement.State.BRING_ORIGINAL);
    }

    private Stream<Requirement> lines(Case subject) {
        return requirements.stream().filter(line -> line.isFor(subject.matter().item()));
    }
}
