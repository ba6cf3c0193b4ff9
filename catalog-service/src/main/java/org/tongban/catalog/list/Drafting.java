package org.tongban.catalog.list;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.guide.Answers;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.Reference;
import org.tongban.platform.problem.NotAllowed;

/** Makes the exact list of a wish as far as the answers go. */
final class Drafting {
    private final Reference reference;
    private final DocumentKinds kinds;

    Drafting(Reference reference) {
        this.reference = reference;
        this.kinds = reference.kinds();
    }

    /**
     * Drafts.
     *
     * @param found the published items the choice names, by id
     * @throws NotAllowed when an item or an answer cannot be taken, or items exclude or wait for each other
     */
    Draft draft(Wish wish, Choice choice, Map<String, PublishedItem> found) {
        Dependencies dependencies = new Dependencies(choice.items());
        choice.items().forEach(item -> choice.before(item).forEach(first -> follow(item, first, dependencies, found)));
        List<PublishedItem> items = new Admission(wish, dependencies, found, reference.exclusions())
                .admit(choice.items()).stream()
                        .map(each -> each.with(each.item().narrowed(wish.applicant(), wish.division())))
                        .toList();
        Answers answers = new Answers(items.stream().map(PublishedItem::item).toList(), wish.answers());

        List<Requirement> merged = new Merging(kinds).merge(called(items, answers));
        Map<String, List<Paper>> results = items.stream()
                .map(PublishedItem::item)
                .collect(Collectors.toMap(Item::id, item -> issuedBy(item, choice.askedFor(item.id()))));
        Map<Requirement, String> satisfied = satisfy(merged, results, dependencies);

        List<String> order = dependencies.order();
        Comparator<Called> place = Comparator.<Called, Integer>comparing(part -> order.indexOf(part.item()))
                .thenComparing(Called::no);
        List<Draft.Line> lines = merged.stream()
                .map(line -> new Draft.Line(line.sorted(place), satisfied.get(line)))
                .sorted(Comparator.comparing(line -> line.requirement().first(), place))
                .toList();
        List<PublishedItem> cases = items.stream()
                .sorted(Comparator.comparing(each -> order.indexOf(each.id())))
                .map(each -> each.with(answers.settle(each.item())))
                .toList();
        return new Draft(reference, wish, answers, cases, dependencies, lines, results, choice.withoutGuide());
    }

    /** A bundle's own order must hold; of the papers' order what would close a circle is left out. */
    private static void follow(String item, String first, Dependencies dependencies, Map<String, PublishedItem> found) {
        if (!dependencies.wait(Set.of(item), first)) {
            throw new NotAllowed(
                    "/items",
                    "“" + name(item, found) + "”和“" + name(first, found) + "”互相以对方为前提，不能放在一张清单上。",
                    "\"" + item + "\" and \"" + first + "\" wait for each other and cannot stand on one list.");
        }
    }

    private static String name(String id, Map<String, PublishedItem> found) {
        PublishedItem item = found.get(id);
        return item == null ? id : item.item().name();
    }

    private List<Called> called(List<PublishedItem> items, Answers answers) {
        List<Called> called = new ArrayList<>();
        for (PublishedItem published : items) {
            Item item = published.item();
            item.materials().stream()
                    .sorted(Comparator.comparing(Material::no))
                    .forEach(material -> answers.calls(item, material)
                            .ifPresent(because -> called.add(new Called(
                                    item.id(),
                                    List.of(material),
                                    kinds.reading(item.id(), material.no(), material.name())
                                            .orElse(null),
                                    because))));
        }
        return called;
    }

    /** Finds the lines that another item of this list issues, as long as nobody waits in a circle. */
    private Map<Requirement, String> satisfy(
            List<Requirement> lines, Map<String, List<Paper>> results, Dependencies dependencies) {
        Map<Requirement, String> satisfied = new HashMap<>();
        for (String item : dependencies.asked()) {
            for (Requirement line : lines) {
                if (line.first().item().equals(item)) {
                    dependencies.asked().stream()
                            .filter(issuer -> !line.isFor(issuer)
                                    && meets(results.getOrDefault(issuer, List.of()), line)
                                    && dependencies.wait(waiting(line), issuer))
                            .findFirst()
                            .ifPresent(issuer -> satisfied.put(line, issuer));
                }
            }
        }
        return satisfied;
    }

    private boolean meets(List<Paper> results, Requirement line) {
        return !results.isEmpty()
                && line.narrowest().reading() != null
                && kinds.meets(results, line.narrowest().reading());
    }

    /** A place's own guide issues what the one issues whose place it takes, as long as nobody has read it for itself. */
    private List<Paper> issuedBy(Item item, String asked) {
        return Stream.of(item.id(), Objects.requireNonNullElse(item.overrides(), asked), asked)
                .map(kinds::issuedBy)
                .filter(papers -> !papers.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Set<String> waiting(Requirement line) {
        return line.parts().stream().map(Called::item).collect(Collectors.toSet());
    }
}
