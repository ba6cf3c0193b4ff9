package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.document.DocumentKind;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.document.Reading;
import org.tongban.catalog.guide.Because;
import org.tongban.catalog.item.Condition;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Need;

/** Which lines become one. */
class MergingTest {
    private static final DocumentKinds KINDS = new DocumentKinds(
            List.of(
                    kind("identity", null, true),
                    kind("id-card", "identity", true),
                    kind("passport", "identity", true),
                    kind("register", null, true),
                    kind("photo", null, false)),
            Map.of());

    private final Merging merging = new Merging(KINDS);

    @Test
    void equalReadingsAreOneLineWhateverTheirWording() {
        List<Requirement> lines = merge(line("b", 1, "身份证", of("id-card")), line("a", 2, "居民身份证", of("id-card")));

        assertThat(lines).singleElement().satisfies(line -> {
            assertThat(line.narrowest().name()).isEqualTo("身份证");
            assertThat(line.parts()).extracting(Called::item).containsExactly("b", "a");
        });
    }

    @Test
    void aWideLineJoinsTheNarrowOneNeverTheReverse() {
        List<Requirement> lines = merge(line("a", 1, "身份证明", of("identity")), line("b", 1, "身份证", of("id-card")));

        assertThat(lines)
                .singleElement()
                .satisfies(line -> assertThat(line.narrowest().name()).isEqualTo("身份证"));
        assertThat(merge(line("a", 1, "护照", of("passport")), line("b", 1, "身份证", of("id-card"))))
                .hasSize(2);
    }

    @Test
    void whoBringsBothBringsTheOne() {
        Reading both = new Reading(List.of(List.of(me("id-card")), List.of(me("register"))), "sure", null);

        assertThat(merge(line("a", 1, "户口簿", of("register")), line("b", 1, "身份证和户口簿", both)))
                .singleElement()
                .satisfies(line -> assertThat(line.narrowest().name()).isEqualTo("身份证和户口簿"));
    }

    @Test
    void anyOfTwoIsMetByOneOfThem() {
        Reading either = new Reading(List.of(List.of(me("id-card"), me("register"))), "sure", null);

        assertThat(merge(line("a", 1, "身份证或户口簿", either), line("b", 1, "户口簿", of("register"))))
                .hasSize(1);
        assertThat(merge(line("a", 1, "身份证或户口簿", either), line("b", 1, "护照", of("passport"))))
                .hasSize(2);
    }

    @Test
    void anotherHoldersPaperIsAnotherPaper() {
        Reading spouse = new Reading(List.of(List.of(new Paper("id-card", "spouse"))), "sure", null);

        assertThat(merge(line("a", 1, "身份证", of("id-card")), line("b", 1, "配偶身份证", spouse)))
                .hasSize(2);
    }

    @Test
    void papersOfDifferentContentUnderOneNameStayApart() {
        assertThat(merge(line("a", 1, "照片", of("photo")), line("b", 1, "照片", of("photo"))))
                .hasSize(2);
        assertThat(merge(line("a", 1, "申请表", of("form:a#1")), line("b", 1, "申请表", of("form:a#1"))))
                .hasSize(2);
        assertThat(merge(line("a", 1, "某材料", null), line("b", 1, "某材料", null))).hasSize(2);
    }

    @Test
    void tornLinesAreMendedWhateverTheirKinds() {
        Reading torn = new Reading(List.of(List.of(me("photo"))), "sure", "a#3");

        assertThat(merge(line("a", 3, "弃婴", torn), line("a", 4, "儿童基本情况说明", torn)))
                .singleElement()
                .satisfies(line -> {
                    assertThat(line.narrowest().name()).isEqualTo("弃婴、儿童基本情况说明");
                    assertThat(line.narrowest().materials()).hasSize(2);
                });
    }

    @Test
    void theStrongestNeedAndTheMostCopiesCount() {
        Called optional = called("a", material(1, "身份证明", Need.OPTIONAL, 2, 0), of("identity"));
        Called later = called("b", material(1, "身份证", Need.LATER, 0, 3), of("id-card"));
        Called silent = called("c", material(1, "身份证", Need.LATER, null, null), of("id-card"));

        Requirement line = merging.merge(List.of(optional, later, silent)).get(0);

        assertThat(line.need()).isEqualTo(Need.LATER);
        assertThat(line.most(Material::originals)).isEqualTo(2);
        assertThat(line.most(Material::copies)).isEqualTo(3);
        assertThat(merging.merge(List.of(silent)).get(0).most(Material::copies)).isNull();
    }

    @Test
    void aWideLineBetweenTwoNarrowOnesJoinsTheSameOneInAnyOrder() {
        List<Called> lines = List.of(
                line("c", 1, "身份证明", of("identity")),
                line("b", 1, "护照", of("passport")),
                line("a", 1, "身份证", of("id-card")));

        List<Integer> order =
                IntStream.range(0, 3).boxed().sorted(Comparator.reverseOrder()).toList();
        List<Requirement> turned = merging.merge(order.stream().map(lines::get).toList());

        for (List<Requirement> merged : List.of(merging.merge(lines), turned)) {
            assertThat(merged)
                    .hasSize(2)
                    .anySatisfy(line ->
                            assertThat(line.parts()).extracting(Called::item).containsExactlyInAnyOrder("a", "c"));
        }
    }

    private List<Requirement> merge(Called... lines) {
        return merging.merge(List.of(lines));
    }

    private static Called line(String item, int no, String name, @Nullable Reading reading) {
        return called(item, material(no, name, Need.REQUIRED, null, null), reading);
    }

    private static Called called(String item, Material material, @Nullable Reading reading) {
        return new Called(item, List.of(material), reading, new Because(Map.of()));
    }

    private static Material material(
            int no, String name, Need need, @Nullable Integer originals, @Nullable Integer copies) {
        return new Material(
                no,
                name,
                need,
                Condition.ALWAYS,
                originals,
                copies,
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null);
    }

    private static Reading of(String kind) {
        return new Reading(List.of(List.of(me(kind))), "sure", null);
    }

    private static Paper me(String kind) {
        return new Paper(kind, "applicant");
    }

    private static DocumentKind kind(String key, @Nullable String broader, boolean reusable) {
        return new DocumentKind(key, broader, reusable, false, List.of());
    }
}
