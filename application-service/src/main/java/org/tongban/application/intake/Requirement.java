package org.tongban.application.intake;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * One line of the frozen list and what the applicant handed in for it.
 *
 * @param rid {@code r} and the line's number
 * @param line the line's number on the list, from 1
 * @param need 必要, 非必要 or 容缺后补
 * @param originals null where the guide states neither originals nor copies
 * @param copies the same
 * @param kinds AND of ORs; null where nobody has read the guide's line, which then takes any document
 * @param sources the guides' lines that ask for it
 * @param satisfiedBy the item of this list whose result it is
 * @param documentIds of the owner's documents, one per AND group or more
 * @param declaration the applicant's own words, where they declared
 */
public record Requirement(
        String rid,
        int line,
        String name,
        String need,
        @Nullable Integer originals,
        @Nullable Integer copies,
        @Nullable List<List<Wanted>> kinds,
        List<Source> sources,
        @Nullable String satisfiedBy,
        State state,
        List<String> documentIds,
        @Nullable String declaration) {

    /** How a line is met, or that it is not. */
    public enum State {
        MISSING,
        PROVIDED,
        /** the paper comes to the counter */
        BRING_ORIGINAL,
        DECLARED,
        /** 告知承诺 */
        COMMITTED,
        /** 容缺后补 */
        LATER,
        /** an item of the same list issues it */
        PRODUCED_BY_CASE
    }

    /** The guide's line: its item and its material number. */
    public record Source(String item, int material) {}

    public Requirement {
        kinds = kinds == null ? null : kinds.stream().map(List::copyOf).toList();
        sources = List.copyOf(sources);
        documentIds = List.copyOf(documentIds);
    }

    /** Whether that item asks for this line. */
    public boolean isFor(String item) {
        return sources.stream().anyMatch(source -> source.item().equals(item));
    }

    /** The same line, met in another way. */
    public Requirement met(State how, List<String> documents, @Nullable String declared) {
        return new Requirement(
                rid, line, name, need, originals, copies, kinds, sources, satisfiedBy, how, documents, declared);
    }

    /** Whether a document of that kind and holder is among what is asked. */
    boolean wants(String kind, String holder) {
        return kinds == null || kinds.stream().flatMap(List::stream).anyMatch(wanted -> wanted.isMetBy(kind, holder));
    }

    boolean isSatisfiedBy(String item) {
        return Objects.equals(satisfiedBy, item);
    }
}
