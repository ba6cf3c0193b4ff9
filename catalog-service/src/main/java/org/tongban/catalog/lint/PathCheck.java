package org.tongban.catalog.lint;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Match;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.document.Reading;
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
 * <p>What can clash are two lines of one name or one paper, two fees or two modes, and whether both can be called at once
 * follows from their conditions. That a path calls nothing at all is no matter of pairs: the paths are
 * walked, or, when they are too many, some line must be shown to be called on each.
 */
final class PathCheck {
    private static final int PATHS_AT_MOST = 2_000;
    private static final int VARIANTS_AT_MOST = 500;
    /** Parts of conditions that are looked at on the way: a fraction of a second. */
    private static final long STEPS_AT_MOST = 20_000_000;
    /** Pairs of like lines, or of fees, whose conditions are held against each other. */
    private static final int MEETINGS_AT_MOST = 5_000;
    /** In no division that a condition names. */
    private static final String ELSEWHERE = "";

    private final Guide guide;
    private final Item item;
    private final Findings findings;
    private final Map<Integer, String> pointers;
    private int pairs;
    private int meetings;

    PathCheck(Guide guide, Findings findings) {
        this.guide = guide;
        this.item = guide.item();
        this.findings = findings;
        this.pointers = pointers(guide);
    }

    PathProof prove() {
        lines();
        fees();
        modes();
        Integer paths = walked();
        if (paths == null) {
            unwalked();
        }
        if (meetings > MEETINGS_AT_MOST) {
            findings.add(
                    Rule.PATHS_UNPROVED,
                    "/materials",
                    "同名材料或者收费项目的条件过多，不能逐一比较。",
                    "Too many lines of one name, or fees, have conditions: they cannot all be held against each other.");
        }
        return new PathProof(
                paths == null ? PathProof.Method.PAIRWISE : PathProof.Method.ENUMERATED,
                paths,
                Paths.product(item),
                pairs);
    }

    /** How many paths there are; null when they are too many to walk. */
    private @Nullable Integer walked() {
        List<Item> variants = variants();
        Paths paths = new Paths(PATHS_AT_MOST, STEPS_AT_MOST);
        int walked = 0;
        boolean empty = false;
        for (Item variant : variants) {
            Optional<List<Answers>> ends = paths.of(variant);
            if (ends.isEmpty()) {
                return null;
            }
            walked += ends.get().size();
            empty = empty || callsNothing(variant, ends.get());
        }
        if (empty && !item.materials().isEmpty()) {
            findings.add(
                    Rule.PATH_WITHOUT_LINES, "/materials", "有的回答不要求任何材料。", "Some answers call for nothing at all.");
        }
        return variants.isEmpty() ? null : Integer.valueOf(walked);
    }

    /**
     * The guide as it is for each who may apply, there where its conditions say something special and elsewhere; none when
     * that makes too many.
     */
    private List<Item> variants() {
        Set<String> places = new LinkedHashSet<>(List.of(ELSEWHERE));
        boolean special = false;
        for (Condition condition : conditions()) {
            special |= !condition.circumstances().isEmpty();
            places.addAll(condition.circumstances().getOrDefault(Condition.DIVISION, List.of()));
        }
        if (!special) {
            return List.of(item);
        }
        Set<String> applicants = new LinkedHashSet<>(item.applicants());
        return applicants.size() * places.size() > VARIANTS_AT_MOST
                ? List.of()
                : applicants.stream()
                        .flatMap(applicant -> places.stream().map(place -> item.narrowed(applicant, place)))
                        .distinct()
                        .toList();
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

    /** Only what has one name, or means one paper, can be asked for twice; each line is held against the earlier ones of its kind. */
    private void lines() {
        List<Material> lines = item.materials();
        pairs += pairsOf(lines.size());
        Map<String, List<Material>> byName = new HashMap<>();
        Map<List<List<Paper>>, List<Material>> byPaper = new HashMap<>();
        for (Material line : lines) {
            List<Material> named = byName.computeIfAbsent(Texts.bare(line.name()), name -> new ArrayList<>());
            Reading reading = mergeable(line);
            List<Material> meant =
                    reading == null ? List.of() : byPaper.computeIfAbsent(reading.all(), same -> new ArrayList<>());
            Optional<Material> twin = firstThatMeets(named, line);
            twin.ifPresent(first -> twice(first, line, true));
            if (twin.isEmpty()) {
                firstThatMeets(meant, line).ifPresent(first -> twice(first, line, false));
            }
            named.add(line);
            if (reading != null && reading.torn() == null) {
                meant.add(line);
            }
        }
    }

    private Optional<Material> firstThatMeets(List<Material> earlier, Material line) {
        return earlier.stream()
                .filter(first -> canMeet(first.when(), line.when()))
                .findFirst();
    }

    /** What a line means, where one sheet does for all lines that mean it. */
    private @Nullable Reading mergeable(Material line) {
        DocumentKinds kinds = guide.reference().kinds();
        return kinds.match(item.id(), line.no(), line.name())
                .map(Match::reading)
                .filter(kinds::isMergeable)
                .orElse(null);
    }

    private static int pairsOf(int things) {
        return things * (things - 1) / 2;
    }

    private void twice(Material first, Material later, boolean sameName) {
        findings.add(
                sameName ? Rule.DUPLICATE_LINE : Rule.SAME_PAPER_TWICE,
                pointers.getOrDefault(later.no(), "/materials"),
                "“" + later.name() + "”与第" + first.no() + "项“" + first.name() + "”可能同时要求，是同一份材料。",
                "\"" + later.name() + "\" and line " + first.no() + " can be called at once and are the same paper.");
    }

    private void fees() {
        Fee fee = item.fee();
        List<Fee.Line> lines = fee == null ? List.of() : fee.items();
        pairs += pairsOf(lines.size());
        for (int later = 1; later < lines.size(); later++) {
            Condition when = lines.get(later).when();
            if (lines.subList(0, later).stream().anyMatch(first -> canMeet(first.when(), when))) {
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
        pairs += pairsOf(modes.limits().size());
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
        meetings++;
        return meetings <= MEETINGS_AT_MOST && guide.consequences().canHold(one, other);
    }

    /** Where each line stands, the first of its number. */
    private static Map<Integer, String> pointers(Guide guide) {
        List<Fields> all = guide.fields().objects("materials", Optional::of);
        Map<Integer, String> pointers = new HashMap<>();
        for (int i = 0; i < all.size(); i++) {
            Integer no = all.get(i).whole("no");
            if (no != null) {
                pointers.putIfAbsent(no, Pointer.of("materials", i));
            }
        }
        return pointers;
    }
}
