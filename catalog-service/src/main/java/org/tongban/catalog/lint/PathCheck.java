package org.tongban.catalog.lint;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Match;
import org.tongban.catalog.guide.Answers;
import org.tongban.catalog.guide.Paths;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Modes;
import org.tongban.catalog.item.Situation;
import org.tongban.catalog.text.Texts;

/**
 * That every answer path ends in exactly one list: with lines, none of them twice, one limit and one sum of fees.
 *
 * <p>What can clash are two lines, two fees or two modes, so every pair is held against each other, and whether both can
 * be called at once follows from their conditions. That a path calls nothing at all is no matter of pairs: the paths are
 * walked, or, when they are too many, some line must be shown to be called on each.
 */
final class PathCheck {
    private static final int PATHS_AT_MOST = 2_000;
    /** In no division that a condition names. */
    private static final String ELSEWHERE = "";

    private final Guide guide;
    private final Item item;
    private final Findings findings;
    private int pairs;

    PathCheck(Guide guide, Findings findings) {
        this.guide = guide;
        this.item = guide.item();
        this.findings = findings;
    }

    PathProof prove() {
        lines();
        fees();
        modes();
        Integer paths = 0;
        boolean empty = false;
        boolean asksForAny = !item.materials().isEmpty();
        for (Item variant : variants()) {
            Optional<List<Answers>> ends = Paths.of(variant, PATHS_AT_MOST);
            paths = ends.isEmpty() || paths == null
                    ? null
                    : Integer.valueOf(paths + ends.get().size());
            empty |= ends.map(all -> callsNothing(variant, all)).orElse(false);
        }
        if (paths == null) {
            unwalked();
        } else if (empty && asksForAny) {
            findings.add(
                    Rule.PATH_WITHOUT_LINES, "/materials", "有的回答不要求任何材料。", "Some answers call for nothing at all.");
        }
        return new PathProof(
                paths == null ? PathProof.Method.PAIRWISE : PathProof.Method.ENUMERATED,
                paths,
                Paths.product(item),
                pairs);
    }

    /** The guide as it is for each who may apply, there where its conditions say something special and elsewhere. */
    private Set<Item> variants() {
        Set<String> places = new LinkedHashSet<>(List.of(ELSEWHERE));
        boolean special = false;
        for (Condition condition : conditions()) {
            special |= !condition.circumstances().isEmpty();
            places.addAll(condition.circumstances().getOrDefault(Condition.DIVISION, List.of()));
        }
        if (!special) {
            return Set.of(item);
        }
        Set<Item> variants = new LinkedHashSet<>();
        item.applicants().forEach(applicant -> places.forEach(place -> variants.add(item.narrowed(applicant, place))));
        return variants;
    }

    private List<Condition> conditions() {
        Fee fee = item.fee();
        return Stream.of(
                        item.materials().stream().map(Material::when),
                        item.situations().stream().map(Situation::when),
                        fee == null
                                ? Stream.<Condition>empty()
                                : fee.items().stream().map(Fee.Line::when))
                .flatMap(all -> all)
                .toList();
    }

    private void lines() {
        List<Material> lines = item.materials();
        List<String> bare = lines.stream().map(line -> Texts.bare(line.name())).toList();
        List<Optional<Match>> papers = lines.stream()
                .map(line -> guide.reference().kinds().match(item.id(), line.no(), line.name()))
                .toList();
        for (int later = 1; later < lines.size(); later++) {
            for (int first = 0; first < later; first++) {
                pairs++;
                boolean sameName = bare.get(first).equals(bare.get(later));
                boolean samePaper = sameName || areSamePaper(papers.get(first), papers.get(later));
                if (samePaper
                        && canMeet(lines.get(first).when(), lines.get(later).when())) {
                    twice(lines.get(first), lines.get(later), sameName);
                }
            }
        }
    }

    private boolean areSamePaper(Optional<Match> first, Optional<Match> later) {
        DocumentKinds kinds = guide.reference().kinds();
        return first.isPresent()
                && later.isPresent()
                && first.get().reading().torn() == null
                && first.get().reading().all().equals(later.get().reading().all())
                && kinds.isMergeable(first.get().reading());
    }

    private void twice(Material first, Material later, boolean sameName) {
        findings.add(
                sameName ? Rule.DUPLICATE_LINE : Rule.SAME_PAPER_TWICE,
                pointer(later),
                "“" + later.name() + "”与第" + first.no() + "项“" + first.name() + "”可能同时要求，是同一份材料。",
                "\"" + later.name() + "\" and line " + first.no() + " can be called at once and are the same paper.");
    }

    private void fees() {
        Fee fee = item.fee();
        List<Fee.Line> lines = fee == null ? List.of() : fee.items();
        for (int later = 1; later < lines.size(); later++) {
            int at = later;
            pairs += later;
            if (IntStream.range(0, later)
                    .anyMatch(first ->
                            canMeet(lines.get(first).when(), lines.get(at).when()))) {
                findings.add(
                        Rule.FEE_UNDECIDED,
                        Pointer.of("fee", "items", later),
                        "“" + lines.get(later).name() + "”与其他收费可能同时列出，回答不能确定收哪一项。",
                        "\"" + lines.get(later).name() + "\" can be listed beside another fee: the answers do not"
                                + " decide what is charged.");
            }
        }
    }

    private void modes() {
        Modes modes = item.modes();
        if (modes == null) {
            return;
        }
        pairs += modes.limits().size() * (modes.limits().size() - 1) / 2;
        item.situations().stream()
                .filter(situation -> situation.key().equals(modes.question()) && situation.multi())
                .forEach(situation -> findings.add(
                        Rule.MODE_UNDECIDED,
                        Pointer.of("situations", item.situations().indexOf(situation), "multi"),
                        "时限由可多选的问题决定，可能同时有几个时限。",
                        "The limit hangs on a question with several answers, so there can be several limits."));
    }

    private static boolean callsNothing(Item variant, List<Answers> ends) {
        return ends.stream()
                .anyMatch(end -> variant.materials().stream()
                        .noneMatch(line -> end.calls(variant, line).isPresent()));
    }

    private void unwalked() {
        boolean always = item.materials().stream().anyMatch(line -> line.when().isAlways());
        if (!always && item.situations().stream().noneMatch(this::coversAllOptions)) {
            findings.add(
                    Rule.PATHS_UNPROVED,
                    "/situations",
                    "回答的组合过多，不能逐一验证，也没有一项材料是任何回答都要求的。",
                    "There are too many answer paths to walk, and no line is called on every one.");
        }
    }

    /** A question that everybody is asked, each of whose options calls a line by itself. */
    private boolean coversAllOptions(Situation situation) {
        Set<String> called = item.materials().stream()
                .map(Material::when)
                .filter(when ->
                        when.circumstances().isEmpty() && when.values().keySet().equals(Set.of(situation.key())))
                .flatMap(when -> when.values().values().stream())
                .flatMap(List::stream)
                .collect(Collectors.toSet());
        return situation.when().isAlways()
                && !situation.multi()
                && situation.options().stream().allMatch(option -> called.contains(option.value()));
    }

    private boolean canMeet(Condition one, Condition other) {
        return guide.consequences().canHold(one, other);
    }

    private String pointer(Material line) {
        List<Fields> all = new ArrayList<>(guide.fields().objects("materials", Optional::of));
        return Stream.iterate(0, i -> i + 1)
                .limit(all.size())
                .filter(i -> Integer.valueOf(line.no()).equals(all.get(i).whole("no")))
                .findFirst()
                .map(i -> Pointer.of("materials", i))
                .orElse("/materials");
    }
}
