package org.tongban.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.catalog.lint.SoundGuide.array;
import static org.tongban.catalog.lint.SoundGuide.ask;
import static org.tongban.catalog.lint.SoundGuide.at;
import static org.tongban.catalog.lint.SoundGuide.line;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.reference.RealReference;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** However much a guide holds, the lint's work and its report stay within bounds. */
class LintBoundsTest {
    private static final GuideLint LINT = new GuideLint(RealReference.get(), RealData.ids()::contains);
    private static final Map<String, Consumer<ObjectNode>> TOO_MUCH = new LinkedHashMap<>();

    static {
        TOO_MUCH.put("/materials", guide -> lines(guide, 201, i -> "材料之" + i));
        TOO_MUCH.put("/situations", guide -> questions(guide, 51));
        TOO_MUCH.put("/situations/0/options", guide -> {
            for (int i = 0; i < 50; i++) {
                array(guide, "/situations/0/options").addObject().put("value", "v" + i);
            }
        });
        TOO_MUCH.put("/fee/items", guide -> {
            ArrayNode fees = at(guide, "/fee").put("charged", true).putArray("items");
            for (int i = 0; i < 51; i++) {
                fees.addObject().put("name", "费" + i).put("amount", 1);
            }
        });
        TOO_MUCH.put("/applicants", guide -> fill(array(guide, "/applicants"), 20));
        TOO_MUCH.put("/conditions", guide -> fill(array(guide, "/conditions"), 201));
        TOO_MUCH.put("/materials/2/when", guide -> {
            for (int i = 0; i < 12; i++) {
                at(guide, "/materials/2/when").putArray("q" + i).add("yes");
            }
        });
        TOO_MUCH.put("/evidence", guide -> at(guide, "/evidence").put("x".repeat(101), "known"));
        TOO_MUCH.put("/notes" + "/0".repeat(12), guide -> {
            ArrayNode deeper = guide.putArray("notes");
            for (int i = 0; i < 12; i++) {
                deeper = deeper.addArray();
            }
        });
        TOO_MUCH.put("", guide -> {
            ArrayNode notes = guide.putArray("notes");
            for (int i = 0; i < 60; i++) {
                fill(notes.addArray(), 200);
            }
        });
    }

    static Stream<String> places() {
        return TOO_MUCH.keySet().stream();
    }

    @ParameterizedTest
    @MethodSource("places")
    void moreThanAGuideMayHoldIsRefusedWhereItStands(String place) {
        ObjectNode guide = SoundGuide.with(Objects.requireNonNull(TOO_MUCH.get(place)));

        LintReport report = LINT.lint(guide);

        assertThat(report.refusals())
                .filteredOn(flag -> flag.code().equals("too-much"))
                .anySatisfy(flag -> {
                    assertThat(flag.pointer()).isEqualTo(place);
                    assertThat(flag.zh()).contains("至多");
                    assertThat(flag.en()).contains("at most");
                });
        assertThat(report.proof()).as("nothing else is looked at").isNull();
    }

    @Test
    void textsOfAWholeGuideAreBounded() {
        ObjectNode guide = SoundGuide.with(sound -> {
            ArrayNode notes = sound.putArray("notes");
            for (int i = 0; i < 11; i++) {
                notes.add("长".repeat(19_000));
            }
        });

        assertThat(LINT.lint(guide).refusals()).extracting(Flag::code).containsExactly("too-much");
    }

    @Test
    void ofEqualLinesTheFirstPlacesAreNamedAndTheRestIsCounted() {
        ObjectNode guide = SoundGuide.with(sound -> lines(sound, 200, i -> "授权书"));

        List<Flag> found = LINT.lint(guide).findings().stream()
                .filter(flag -> flag.code().equals("duplicate-line"))
                .toList();

        assertThat(found).hasSize(Findings.MOST_OF_ONE_RULE + 1);
        assertThat(found.get(0).pointer()).isEqualTo("/materials/1");
        assertThat(found.get(Findings.MOST_OF_ONE_RULE).zh()).contains("179");
        assertThat(found.get(Findings.MOST_OF_ONE_RULE).en()).contains("179");
    }

    @Test
    void eightTimesTheLinesAreNoLargerReport() {
        ObjectNode few = SoundGuide.with(sound -> lines(sound, 25, i -> "授权书"));
        ObjectNode many = SoundGuide.with(sound -> lines(sound, 200, i -> "授权书"));

        assertThat(size(many)).isLessThan(2 * size(few));
    }

    @Test
    void aGuideThatIsWrongEverywhereHasAReportOfBoundedSize() {
        ObjectNode guide = SoundGuide.with(sound -> {
            lines(sound, 200, i -> "其".repeat(450) + "等材料");
            array(sound, "/materials")
                    .forEach(line ->
                            ((ObjectNode) line).put("need", "x".repeat(300)).put("y".repeat(90), 1));
            at(sound, "/kind").put("code", "长".repeat(19_000));
        });

        assertThat(size(guide)).isLessThan(256 * 1024);
    }

    @Test
    void linesOfOneNameWithTooManyConditionsAreNotTakenForProved() {
        ObjectNode guide = SoundGuide.with(sound -> {
            ask(sound, "a", values(50));
            ask(sound, "b", values(50));
            for (int i = 0; i < 190; i++) {
                line(sound, "授权书", "{\"a\": [\"v%d\"], \"b\": [\"v%d\"]}".formatted(i % 50, i / 50));
            }
        });

        assertThat(LINT.lint(guide).findings()).extracting(Flag::code).contains("paths-unproved");
    }

    @Test
    void aGuideWithMoreVariantsThanAnybodyWalksIsJudgedByPairs() {
        ObjectNode guide = SoundGuide.with(sound -> {
            for (int i = 0; i < 100; i++) {
                line(sound, "材料之" + i, "{\"division\": [\"%06d\", \"%06d\"]}".formatted(510_000 + i, 620_000 + i));
            }
            fill(array(sound, "/applicants"), 15);
        });

        assertThat(Objects.requireNonNull(LINT.lint(guide).proof()).method()).isEqualTo(PathProof.Method.PAIRWISE);
    }

    private static void lines(ObjectNode guide, int n, IntFunction<String> name) {
        ArrayNode lines = guide.putArray("materials");
        for (int i = 0; i < n; i++) {
            lines.addObject().put("no", i + 1).put("name", name.apply(i)).put("need", "必要");
        }
    }

    private static void questions(ObjectNode guide, int n) {
        array(guide, "/situations").removeAll();
        for (int i = 0; i < n; i++) {
            ask(guide, "q" + i, "yes", "no");
        }
    }

    private static String[] values(int n) {
        return Stream.iterate(0, i -> i + 1).limit(n).map(i -> "v" + i).toArray(String[]::new);
    }

    private static void fill(ArrayNode array, int n) {
        for (int i = 0; i < n; i++) {
            array.add("项" + i);
        }
    }

    private static int size(ObjectNode guide) {
        return Json.text(LINT.lint(guide).all()).length();
    }
}
