package org.tongban.catalog.lint;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Match;
import org.tongban.catalog.document.Reading;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Need;

/** Which papers the lines mean, and whether they should be asked for at all. */
final class PaperCheck implements GuideLint.Check {

    @Override
    public void check(Guide guide, Findings findings) {
        DocumentKinds kinds = guide.reference().kinds();
        Map<Integer, String> pointers = pointers(guide);
        guide.item().materials().stream()
                .filter(line -> pointers.containsKey(line.no()))
                .forEach(line -> {
                    String pointer = Objects.requireNonNull(pointers.get(line.no()));
                    Optional<Match> match = kinds.match(guide.item().id(), line.no(), line.name());
                    unknown(kinds, match, line, pointer, findings);
                    shared(guide, kinds, match.map(Match::reading), line, pointer, findings);
                });
    }

    private static void unknown(
            DocumentKinds kinds, Optional<Match> match, Material line, String pointer, Findings findings) {
        if (match.isEmpty()) {
            findings.add(
                    Rule.DOCUMENT_KIND_UNKNOWN,
                    pointer,
                    "“" + line.name() + "”没有对应的证照种类，任何文件都会被接受。",
                    "No document kind fits \"" + line.name() + "\"; any document will be taken.");
            return;
        }
        match.get().reading().all().stream()
                .flatMap(List::stream)
                .filter(paper -> !kinds.isKnown(paper))
                .findFirst()
                .ifPresent(paper -> findings.add(
                        Rule.DOCUMENT_KIND_UNKNOWN,
                        pointer,
                        "证照种类“" + paper.kind() + "”不存在。",
                        "There is no document kind \"" + paper.kind() + "\"."));
    }

    private static void shared(
            Guide guide,
            DocumentKinds kinds,
            Optional<Reading> reading,
            Material line,
            String pointer,
            Findings findings) {
        boolean said =
                line(guide, pointer).map(fields -> fields.flag("shareable")).orElse(false);
        if (line.need() == Need.REQUIRED
                && (said || reading.map(kinds::isIssuedByAgencies).orElse(false))) {
            findings.add(
                    Rule.SHARED_PAPER_ASKED,
                    pointer,
                    "“" + line.name() + "”由行政机关核发，能够共享的不得要求申请人提交（国务院令第716号第六、七条）。",
                    "\"" + line.name()
                            + "\" is issued by a government body; what can be shared must not be asked for (国务院令第716号 art. 6-7).");
        }
    }

    private static Optional<Fields> line(Guide guide, String pointer) {
        return Optional.of(new Fields(guide.fields().node().at(pointer)));
    }

    /** Where each line stands, the first of its number. */
    private static Map<Integer, String> pointers(Guide guide) {
        List<Fields> lines = guide.fields().objects("materials", Optional::of);
        var array = guide.fields().node().get("materials");
        return array == null || lines.size() != array.size()
                ? Map.of()
                : IntStream.range(0, lines.size())
                        .filter(i -> lines.get(i).whole("no") != null)
                        .boxed()
                        .collect(Collectors.toMap(
                                i -> Objects.requireNonNull(lines.get(i).whole("no")),
                                i -> Pointer.of("materials", i),
                                (first, later) -> first));
    }
}
