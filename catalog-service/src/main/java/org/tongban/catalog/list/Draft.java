package org.tongban.catalog.list;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.guide.Answers;
import org.tongban.catalog.guide.Question;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Need;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.Reference;

/**
 * A list that is not issued yet.
 *
 * @param cases the items in case order
 * @param lines every line that no open answer can remove, in the order of the list
 * @param results what each item issues
 * @param withoutGuide matters of the bundle that nobody has a guide for here
 */
record Draft(
        Reference reference,
        Wish wish,
        Answers answers,
        List<PublishedItem> cases,
        Dependencies dependencies,
        List<Line> lines,
        Map<String, List<Paper>> results,
        List<String> withoutGuide) {

    /** A requirement, and the item of this list whose result meets it. */
    record Line(Requirement requirement, @Nullable String satisfiedBy) {}

    List<Question> openQuestions() {
        return answers.open();
    }

    boolean isComplete() {
        return openQuestions().isEmpty();
    }

    /** How many required lines one has to bring oneself. */
    long toBring() {
        return lines.stream()
                .filter(line -> line.satisfiedBy() == null && line.requirement().need() == Need.REQUIRED)
                .count();
    }

    /** How often one has to come: the sum over the guides, null if one of them does not say. */
    @Nullable
    Integer visits() {
        int visits = 0;
        for (PublishedItem each : cases) {
            Integer own = each.item().visits();
            if (own == null) {
                return null;
            }
            visits += own;
        }
        return visits;
    }

    List<ListedLine> unnumberedLines() {
        return lines.stream()
                .map(line -> ListedLine.of(null, line, reference.kinds()))
                .toList();
    }

    List<ListedLine> numberedLines() {
        return IntStream.range(0, lines.size())
                .mapToObj(i -> ListedLine.of(i + 1, lines.get(i), reference.kinds()))
                .toList();
    }

    List<ListedItem> items() {
        return cases.stream()
                .map(each -> ListedItem.of(
                        each,
                        dependencies.after(each.id()),
                        answers.of(each.id()),
                        results.getOrDefault(each.id(), List.of()),
                        wish.division(),
                        reference))
                .toList();
    }

    List<ListedAnswer> situation() {
        List<Item> asked = dependencies.asked().stream()
                .flatMap(id -> cases.stream()
                        .map(PublishedItem::item)
                        .filter(item -> item.id().equals(id)))
                .toList();
        return ListedAnswer.of(asked, answers.asGiven());
    }

    ListedFees fees() {
        return ListedFees.of(cases);
    }
}
