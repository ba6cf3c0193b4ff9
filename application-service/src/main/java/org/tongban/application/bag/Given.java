package org.tongban.application.bag;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.application.catalog.Line;
import org.tongban.application.document.Document;
import org.tongban.application.document.Fit;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;

/**
 * What the owner gives for one line.
 *
 * @param rid the line, {@code r5}
 * @param documents where documents are given
 * @param declaration the owner's own words, where they declare
 */
record Given(
        String rid,
        Means means,
        List<Document> documents,
        @Nullable String declaration) {

    /** In which way a line is met. */
    enum Means {
        DOCUMENTS(State.PROVIDED),
        ORIGINAL(State.BRING_ORIGINAL),
        DECLARATION(State.DECLARED),
        COMMITMENT(State.COMMITTED),
        LATER(State.LATER);

        private final State state;

        Means(State state) {
            this.state = state;
        }
    }

    Given {
        documents = List.copyOf(documents);
    }

    static Given documents(String rid, List<Document> documents) {
        return new Given(rid, Means.DOCUMENTS, documents, null);
    }

    static Given declaration(String rid, String declaration) {
        return new Given(rid, Means.DECLARATION, List.of(), declaration);
    }

    static Given plainly(String rid, Means means) {
        return new Given(rid, means, List.of(), null);
    }

    /**
     * This line as it stands with what is given for it, which may be nothing.
     *
     * @param now documents that are not valid any more count for nothing
     */
    static Requirement met(Line line, @Nullable Given given, Instant now) {
        if (given == null) {
            return line.met(untouched(line), List.of(), null);
        }
        boolean isShort = given.means == Means.DOCUMENTS
                && !Fit.of(line.groups(), given.validAt(now)).isWhole();
        return line.met(
                isShort ? untouched(line) : given.means.state,
                given.documents.stream().map(Document::documentId).toList(),
                given.declaration);
    }

    private List<Document> validAt(Instant now) {
        return documents.stream().filter(document -> document.isValidAt(now)).toList();
    }

    private static State untouched(Line line) {
        return line.satisfiedBy() == null ? State.MISSING : State.PRODUCED_BY_CASE;
    }
}
