package org.tongban.catalog.lint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.catalog.lint.SoundGuide.ask;
import static org.tongban.catalog.lint.SoundGuide.line;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.reference.RealReference;
import tools.jackson.databind.node.ObjectNode;

/** That every answer path ends in exactly one list is shown by walking, or by pairs, and the report says which. */
class PathCheckTest {
    private static final GuideLint LINT = new GuideLint(RealReference.get(), RealData.ids()::contains);

    @Test
    void fewPathsAreWalked() {
        PathProof proof = proof(SoundGuide.guide());

        assertThat(proof.method()).isEqualTo(PathProof.Method.ENUMERATED);
        assertThat(proof.paths()).isEqualTo(4);
        assertThat(proof.pairs()).isEqualTo(6);
    }

    @Test
    void aQuestionThatIsNotAlwaysAskedMakesFewerPathsThanTheProduct() {
        PathProof proof = proof(SoundGuide.with(guide -> {
            ask(guide, "power", "yes", "no").putObject("when").putArray("agent").add("yes");
            line(guide, "公证的授权", "{\"power\": [\"yes\"]}");
        }));

        assertThat(proof.product()).isEqualTo(8);
        assertThat(proof.paths()).isEqualTo(6);
    }

    @Test
    void manyPathsAreProvedByPairsAndStillEveryClashIsFound() {
        ObjectNode many = SoundGuide.with(PathCheckTest::fortyEightQuestions);
        ObjectNode clash = SoundGuide.with(guide -> {
            fortyEightQuestions(guide);
            line(guide, "材料之7（原件）", "{\"q7\": [\"yes\"], \"q40\": [\"no\"]}");
            line(guide, "材料之8（原件）", "{\"q8\": [\"no\"]}");
        });

        PathProof proof = proof(many);

        assertThat(proof.method()).isEqualTo(PathProof.Method.PAIRWISE);
        assertThat(proof.paths()).isNull();
        assertThat(proof.product().bitLength()).isEqualTo(51);
        assertThat(proof.pairs()).isEqualTo(52 * 51 / 2);
        assertThat(LINT.lint(many).findings()).extracting(Flag::code).containsOnly("document-kind-unknown");
        assertThat(LINT.lint(clash).findings())
                .filteredOn(flag -> flag.code().equals("duplicate-line"))
                .extracting(Flag::pointer)
                .as("lines 7 can be called at once, lines 8 cannot")
                .containsExactly("/materials/52");
    }

    @Test
    void twoLinesForDifferentApplicantsNeverClash() {
        ObjectNode guide = SoundGuide.with(each -> {
            line(each, "主体资格证明", "{\"applicant\": [\"自然人\"]}");
            line(each, "主体资格证明（原件）", "{\"applicant\": [\"企业法人\"]}");
        });

        assertThat(LINT.lint(guide).findings()).extracting(Flag::code).doesNotContain("duplicate-line");
        assertThat(proof(guide).paths()).as("four for each applicant").isEqualTo(8);
    }

    @Test
    void aPathWithoutLinesForOneApplicantIsFound() {
        ObjectNode guide = SoundGuide.with(each -> {
            SoundGuide.array(each, "/materials").removeAll();
            line(each, "主体资格证明", "{\"applicant\": [\"企业法人\"]}");
        });

        assertThat(LINT.lint(guide).findings()).extracting(Flag::code).contains("path-without-lines");
    }

    private static void fortyEightQuestions(ObjectNode guide) {
        for (int i = 0; i < 48; i++) {
            ask(guide, "q" + i, "yes", "no");
            line(guide, "材料之" + i, "{\"q" + i + "\": [\"yes\"]}");
        }
    }

    private static PathProof proof(ObjectNode guide) {
        return Objects.requireNonNull(LINT.lint(guide).proof());
    }
}
