package org.tongban.application.bag;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.application.catalog.Line;
import org.tongban.application.catalog.Notice;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.document.Document;
import org.tongban.application.document.Fit;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;
import org.tongban.application.intake.Wanted;
import org.tongban.platform.code.TrackingCode;

/**
 * A bag as its owner sees it.
 *
 * @param missing how many required lines have nothing yet
 * @param ready whether it can be submitted as far as its lines go
 * @param submittedAt null before
 * @param code null before
 * @param consents for what its documents may be used, and until when
 * @param notices what has become of the list's items since it was issued; null when the catalogue does not say now
 */
record BagView(
        String bagId,
        String listNo,
        String owner,
        Instant openedAt,
        Instant expiresAt,
        int missing,
        boolean ready,
        @Nullable Instant submittedAt,
        @Nullable TrackingCode code,
        List<Asked> requirements,
        List<Consent> consents,
        @Nullable List<Notice> notices) {
    private static final int SUGGESTED_AT_MOST = 10;

    /**
     * A line of the list in the bag.
     *
     * @param kinds AND of ORs; null takes any document
     * @param satisfiedBy the item of this list that issues it
     * @param suggested documents of the owner that would fit, best grade and newest first; never taken silently
     */
    record Asked(
            String rid,
            int line,
            String name,
            String need,
            @Nullable Integer originals,
            @Nullable Integer copies,
            List<String> alternatives,
            @Nullable List<List<Wanted>> kinds,
            @Nullable String satisfiedBy,
            State state,
            @Nullable String declaration,
            List<Document> suggested,
            List<Document> documents) {}

    /** @param store the owner's documents that could be suggested, best first */
    static BagView of(Bag bag, SignedList list, List<Document> store, Instant now) {
        List<Requirement> requirements = bag.requirements(list, now);
        int missing = Bag.missing(requirements).size();
        List<Document> valid =
                store.stream().filter(document -> document.isValidAt(now)).toList();
        return new BagView(
                bag.bagId(),
                bag.listNo(),
                bag.owner(),
                bag.openedAt(),
                bag.expiresAt(),
                missing,
                missing == 0,
                bag.submittedAt(),
                bag.isSubmitted() ? bag.code() : null,
                IntStream.range(0, requirements.size())
                        .mapToObj(i -> asked(list.lines().get(i), requirements.get(i), bag, valid))
                        .toList(),
                bag.consents(),
                List.of());
    }

    BagView with(@Nullable List<Notice> news) {
        return new BagView(
                bagId,
                listNo,
                owner,
                openedAt,
                expiresAt,
                missing,
                ready,
                submittedAt,
                code,
                requirements,
                consents,
                news);
    }

    private static Asked asked(Line line, Requirement met, Bag bag, List<Document> store) {
        List<Document> documents =
                bag.givenFor(line.rid()).map(Given::documents).orElse(List.of());
        return new Asked(
                met.rid(),
                met.line(),
                met.name(),
                met.need(),
                met.originals(),
                met.copies(),
                line.alternatives(),
                met.kinds(),
                met.satisfiedBy(),
                met.state(),
                met.declaration(),
                store.stream()
                        .filter(document -> Fit.isWanted(line.groups(), document) && !documents.contains(document))
                        .limit(SUGGESTED_AT_MOST)
                        .toList(),
                documents);
    }
}
