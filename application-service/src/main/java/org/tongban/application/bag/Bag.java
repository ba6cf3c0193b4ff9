package org.tongban.application.bag;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.application.catalog.Item;
import org.tongban.application.catalog.Line;
import org.tongban.application.catalog.SignedList;
import org.tongban.application.document.Document;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.State;
import org.tongban.application.intake.Submission;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.problem.Refusal.Fault;
import org.tongban.platform.problem.Said;

/**
 * What one owner gathers for one list, until it is submitted and frozen.
 *
 * @param bagId opaque
 * @param owner the person's opaque id
 * @param listJson the list exactly as the catalogue gave it
 * @param code drawn when the bag is opened, shown when it is submitted
 * @param expiresAt the first instant at which it can no longer be filled or submitted
 * @param given at most one for each line
 * @param submittedAt when it was frozen; null before
 * @param submitting the same, until its application is known to be stored
 * @param openUntil derived: the same as expiresAt until it is submitted, for the index of bags that are open or over
 */
record Bag(
        String bagId,
        String owner,
        String listNo,
        String listJson,
        TrackingCode code,
        Instant openedAt,
        Instant expiresAt,
        List<Given> given,
        List<Consent> consents,
        @Nullable Instant submittedAt,
        @Nullable Instant submitting,
        @Nullable Instant openUntil) {
    /** How many documents a bag holds in all its lines. */
    static final int MOST_DOCUMENTS = 300;

    /** How many consents of documents that were taken out again a bag remembers. */
    static final int MOST_ENDED = 200;

    /** How many lines a list may have that a bag is opened for. */
    static final int MOST_LINES = 300;

    Bag {
        given = List.copyOf(given);
        consents = List.copyOf(consents);
        openUntil = submittedAt == null ? expiresAt : null;
    }

    static Bag open(
            String bagId, String owner, SignedList list, String json, TrackingCode code, Instant now, Instant end) {
        Instant expiresAt = end.isBefore(list.endsAt()) ? end : list.endsAt();
        return new Bag(bagId, owner, list.listNo(), json, code, now, expiresAt, List.of(), List.of(), null, null, null);
    }

    SignedList list() {
        return SignedList.read(listJson);
    }

    boolean isSubmitted() {
        return submittedAt != null;
    }

    Optional<Given> givenFor(String rid) {
        return given.stream().filter(each -> each.rid().equals(rid)).findFirst();
    }

    /** Its lines as they stand now; once it is submitted, as they stood then. */
    List<Requirement> requirements(SignedList list, Instant now) {
        Instant seen = submittedAt == null ? now : submittedAt;
        return list.lines().stream()
                .map(line -> Given.met(line, givenFor(line.rid()).orElse(null), seen))
                .toList();
    }

    /** Required lines for which nothing is given and which no case of this list issues. */
    static List<Requirement> missing(List<Requirement> requirements) {
        return requirements.stream()
                .filter(each -> each.need().equals(Line.REQUIRED) && each.state() == State.MISSING)
                .toList();
    }

    /** Nothing else can change once it is submitted or over. */
    void checkOpen(Instant now) {
        if (isSubmitted()) {
            throw new NotNow("申办袋已提交，不能再更改。", "The bag is submitted and cannot be changed any more.");
        }
        if (!now.isBefore(expiresAt)) {
            throw new NotNow(
                    "申办袋已于 " + expiresAt + " 到期，请用清单重新打开一个。",
                    "The bag expired at " + expiresAt + "; open a new one for a list.");
        }
    }

    /** All documents in it. */
    List<String> documentIds() {
        return given.stream()
                .flatMap(each -> each.documents().stream())
                .map(Document::documentId)
                .toList();
    }

    /**
     * The line gets this, in place of what was given for it.
     *
     * @throws NotAllowed when it holds too many documents, or they were exchanged too often
     */
    Bag give(Line line, Given put, SignedList list, Instant now, Instant until) {
        List<Document> before = givenFor(line.rid()).map(Given::documents).orElse(List.of());
        String purpose = purpose(line, list);
        List<Consent> fresh = put.documents().stream()
                .filter(document -> !before.contains(document))
                .map(document ->
                        new Consent(document.documentId(), document.grade(), line.rid(), purpose, now, until, null))
                .toList();
        List<Consent> last = consentsWithout(line, put.documents(), now);
        List<Given> all = Stream.concat(others(line), Stream.of(put)).toList();
        if (!fresh.isEmpty()) {
            refuseBeyondBounds(all, last);
        }
        return with(all, Stream.concat(last.stream(), fresh.stream()).toList());
    }

    Bag clear(Line line, Instant now) {
        return with(others(line).toList(), consentsWithout(line, List.of(), now));
    }

    /** What is in the line no more is consented to no more. */
    private List<Consent> consentsWithout(Line line, List<Document> staying, Instant now) {
        List<String> ids = staying.stream().map(Document::documentId).toList();
        return consents.stream()
                .map(each -> each.rid().equals(line.rid()) && !ids.contains(each.documentId()) ? each.ended(now) : each)
                .toList();
    }

    private static void refuseBeyondBounds(List<Given> given, List<Consent> consents) {
        int documents = given.stream().mapToInt(each -> each.documents().size()).sum();
        if (documents > MOST_DOCUMENTS) {
            throw new NotAllowed(
                    "/documentIds",
                    "一个申办袋最多放 " + MOST_DOCUMENTS + " 份材料，这样会有 " + documents + " 份；请合并文件或减少份数。",
                    "A bag holds up to " + MOST_DOCUMENTS + " documents, and this would make " + documents
                            + "; join files or give fewer.");
        }
        if (consents.stream().filter(Consent::isEnded).count() > MOST_ENDED) {
            throw new NotAllowed(
                    "/documentIds",
                    "本申办袋中的材料已更换超过 " + MOST_ENDED + " 次，不能再放入新的材料；请提交，或用清单重新打开一个申办袋。",
                    "Documents of this bag were exchanged more than " + MOST_ENDED
                            + " times; submit it, or open a new bag for the list.");
        }
    }

    /**
     * Freezes it with all that the application will hold; once frozen it stays as it is.
     *
     * @throws NotAllowed naming every line that is missing
     */
    Bag freeze(Instant now) {
        if (isSubmitted()) {
            return this;
        }
        checkOpen(now);
        List<Fault> faults = new ArrayList<>();
        for (Requirement each : missing(requirements(list(), now))) {
            faults.add(new Fault(
                    "/requirements/" + each.rid(),
                    new Said(
                            "还缺 " + each.rid() + "：" + each.name() + "。",
                            each.rid() + " is missing: " + each.name() + ".")));
        }
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        return new Bag(bagId, owner, listNo, listJson, code, openedAt, expiresAt, given, consents, now, now, null);
    }

    /** Its application is stored. */
    Bag finish() {
        return new Bag(
                bagId, owner, listNo, listJson, code, openedAt, expiresAt, given, consents, submittedAt, null, null);
    }

    /** @throws IllegalStateException when it is not frozen */
    Submission submission() {
        if (submittedAt == null) {
            throw new IllegalStateException("the bag " + bagId + " is not frozen");
        }
        SignedList list = list();
        return new Submission(
                code,
                owner,
                listNo,
                list.division(),
                list.applicant(),
                submittedAt,
                list.items().stream().map(Item::matter).toList(),
                requirements(list, submittedAt));
    }

    private Bag with(List<Given> newGiven, List<Consent> newConsents) {
        return new Bag(
                bagId,
                owner,
                listNo,
                listJson,
                code,
                openedAt,
                expiresAt,
                newGiven,
                newConsents,
                submittedAt,
                submitting,
                null);
    }

    private Stream<Given> others(Line line) {
        return given.stream().filter(each -> !each.rid().equals(line.rid()));
    }

    private static String purpose(Line line, SignedList list) {
        return list.items().stream()
                .filter(item -> line.isFor(item.item()))
                .map(Item::name)
                .collect(Collectors.joining("、", "办理", ""));
    }
}
