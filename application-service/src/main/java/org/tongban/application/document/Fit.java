package org.tongban.application.document;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.tongban.application.intake.Wanted;

/**
 * How documents meet what a line wants.
 *
 * @param strangers the places of those that meet none of its papers
 * @param isWhole whether each paper that is wanted has a document of its own
 */
public record Fit(List<Integer> strangers, boolean isWhole) {

    /** @param groups AND of ORs; none where any document will do */
    public static Fit of(List<List<Wanted>> groups, List<Document> documents) {
        if (groups.isEmpty()) {
            return new Fit(List.of(), !documents.isEmpty());
        }
        List<Integer> strangers = IntStream.range(0, documents.size())
                .filter(place -> groups.stream().noneMatch(group -> isMet(group, documents.get(place))))
                .boxed()
                .toList();
        return new Fit(strangers, new Matching(groups, documents).isWhole());
    }

    /** Whether this document is one of the papers that are wanted. */
    public static boolean isWanted(List<List<Wanted>> groups, Document document) {
        return groups.stream().anyMatch(group -> isMet(group, document));
    }

    private static boolean isMet(List<Wanted> group, Document document) {
        return group.stream().anyMatch(wanted -> wanted.isMetBy(document.kind(), document.holder()));
    }

    /**
     * Gives each group a document of its own (Kuhn's augmenting paths): a wide group must not keep the one document that
     * a narrow group could take.
     */
    private static final class Matching {
        private static final int NOBODY = -1;
        private final List<List<Wanted>> groups;
        private final List<Document> documents;
        private final int[] groupOf;

        Matching(List<List<Wanted>> groups, List<Document> documents) {
            this.groups = groups;
            this.documents = documents;
            this.groupOf = new int[documents.size()];
            Arrays.fill(groupOf, NOBODY);
        }

        boolean isWhole() {
            return IntStream.range(0, groups.size()).allMatch(group -> isServed(group, new ArrayList<>()));
        }

        private boolean isServed(int group, List<Integer> tried) {
            for (int place = 0; place < documents.size(); place++) {
                if (!tried.contains(place) && isMet(groups.get(group), documents.get(place))) {
                    tried.add(place);
                    if (groupOf[place] == NOBODY || isServed(groupOf[place], tried)) {
                        groupOf[place] = group;
                        return true;
                    }
                }
            }
            return false;
        }
    }
}
