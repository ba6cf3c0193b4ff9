package org.tongban.application.catalog;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Requirement.Source;
import org.tongban.application.intake.Requirement.State;
import org.tongban.application.intake.Wanted;

/**
 * A line of the list: what is asked, and for which items.
 *
 * @param no from 1
 * @param need 必要, 非必要 or 容缺后补
 * @param originals how many, null where no guide says
 * @param copies how many, null where no guide says
 * @param alternatives any one of them will do, in the guide's words
 * @param kinds AND of ORs; null where nobody has read the guide's line, which then takes any document
 * @param sources the guides' lines behind it
 * @param why {@code "always"}, or by item {@code "always"} or the answers that called it
 * @param satisfiedBy the item of this list whose result it is
 */
public record Line(
        int no,
        String name,
        String need,
        @Nullable Integer originals,
        @Nullable Integer copies,
        List<String> alternatives,
        @Nullable List<List<Wanted>> kinds,
        @JsonProperty("for") List<Source> sources,
        @Nullable Object why,
        @Nullable String satisfiedBy) {
    public static final String REQUIRED = "必要";
    public static final String OPTIONAL = "非必要";
    public static final String LATER = "容缺后补";
    private static final String FORM = "form:";
    private static final String COMMITMENT_LETTER = "承诺书";

    public Line {
        alternatives = alternatives == null ? List.of() : List.copyOf(alternatives);
        sources = sources == null ? List.of() : List.copyOf(sources);
    }

    /** The line behind what an application holds. */
    public static Line of(Requirement asked) {
        return new Line(
                asked.line(),
                asked.name(),
                asked.need(),
                asked.originals(),
                asked.copies(),
                List.of(),
                asked.kinds(),
                asked.sources(),
                null,
                asked.satisfiedBy());
    }

    /** How the bag and everybody after it calls this line: {@code r5}. */
    public String rid() {
        return "r" + no;
    }

    /** Of each group one paper is wanted; none where the line takes anything. */
    public List<List<Wanted>> groups() {
        return kinds == null ? List.of() : kinds;
    }

    public boolean isFor(String item) {
        return sources.stream().anyMatch(source -> source.item().equals(item));
    }

    /** A form, list or statement made for this line alone. */
    public boolean isForm() {
        return !groups().isEmpty()
                && groups().stream().allMatch(group -> group.stream().anyMatch(Line::isForm));
    }

    /** The letter by which an item is decided on commitment; it is handed in, not promised. */
    public boolean isCommitmentLetter() {
        return name.contains(COMMITMENT_LETTER);
    }

    private static boolean isForm(Wanted wanted) {
        return wanted.kind().startsWith(FORM);
    }

    boolean isCalledBy(String item, String question) {
        return why instanceof Map<?, ?> byItem
                && byItem.get(item) instanceof Map<?, ?> answers
                && answers.containsKey(question);
    }

    /** This line as the application holds it. */
    public Requirement met(State how, List<String> documentIds, @Nullable String declaration) {
        return new Requirement(
                rid(), no, name, need, originals, copies, kinds, sources, satisfiedBy, how, documentIds, declaration);
    }
}
