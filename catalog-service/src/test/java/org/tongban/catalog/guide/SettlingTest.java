package org.tongban.catalog.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Limit;
import org.tongban.catalog.item.Procedure;

/** Limits and fees are those of the answers. */
class SettlingTest {
    private static final String FEES = ", \"fee\": {\"charged\": true, \"items\": ["
            + "{\"name\": \"住宅\", \"amount\": 80, \"basis\": \"甲\", \"when\": {\"usage\": [\"house\"]}},"
            + "{\"name\": \"非住宅\", \"amount\": 550, \"when\": {\"usage\": [\"other\"]}}]}";

    @Test
    void theLimitsOfTheChosenModeAreThoseOfTheList() {
        Item check = real("fs-public-gathering-check");

        Limit ordinary = statutory(settled(check, "mode", "normal"));
        Limit committed = statutory(settled(check, "mode", "commit"));

        assertThat(ordinary.n()).isEqualByComparingTo("10");
        assertThat(ordinary.unit()).isEqualTo("工作日");
        assertThat(ordinary.byStage())
                .containsOnlyKeys("inspection", "decision")
                .containsEntry("decision", new Limit.Stage(java.math.BigDecimal.valueOf(3), "工作日", "inspection"));
        assertThat(committed.unit()).isEqualTo("当场");
        assertThat(committed.note()).isEqualTo("网上1个工作日");
        assertThat(committed.byStage()).isNull();
    }

    @Test
    void statutoryAndPromisedLimitsFollowTheSameAnswer() {
        Item check = real("fs-public-gathering-check-quyang");

        Item committed = settled(check, "mode", "commit");
        Item ordinary = settled(check, "mode", "normal");

        assertThat(statutory(committed).n()).isEqualByComparingTo("20");
        assertThat(promised(committed).n()).isEqualByComparingTo("1");
        assertThat(statutory(ordinary).n()).isEqualByComparingTo("13");
        assertThat(promised(ordinary).n()).isEqualByComparingTo("13");
    }

    @Test
    void aSpecialProcedureIsCalledByItsAnswerAndStopsTheClockWhenItIsNotCounted() {
        Item adoption = real("ca-adoption");

        assertThat(settled(adoption, "child", "foundling").procedures())
                .extracting(Procedure::name, Procedure::mayStopTheClock)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("公告查找生父母", true));
        assertThat(settled(adoption, "child", "stepchild").procedures()).isEmpty();
        assertThat(real("cu-entertainment-licence").procedures())
                .filteredOn(Procedure::mayStopTheClock)
                .extracting(Procedure::name)
                .containsExactly("听证");
        assertThat(real("fs-public-gathering-check").procedures())
                .as("after the decision nothing is left to stop")
                .isNotEmpty()
                .noneMatch(Procedure::mayStopTheClock);
    }

    @Test
    void aModeRestsOnTheSameBasis() {
        Item item = new SampleGuide()
                .asks("mode", false, "{}", "fast", "slow")
                .with(", \"limits\": {\"statutory\": {\"n\": 10, \"unit\": \"工作日\", \"basis\": \"某法第一条\","
                        + " \"byMode\": {\"fast\": {\"n\": 1, \"unit\": \"工作日\"}}}}")
                .read();

        assertThat(statutory(settled(item, "mode", "fast")).basis()).isEqualTo("某法第一条");
        assertThat(statutory(settled(item, "mode", "slow")).n()).isEqualByComparingTo("10");
    }

    @Test
    void onlyTheFeesOfTheSituationAreCharged() {
        Item item = new SampleGuide()
                .asks("usage", false, "{}", "house", "other", "free")
                .with(FEES)
                .read();

        assertThat(fee(settled(item, "usage", "house")).items())
                .extracting(Fee.Line::name, Fee.Line::basis)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("住宅", "甲"));
        assertThat(fee(settled(item, "usage", "free")).charged()).isFalse();
        assertThat(fee(settled(item, "usage", "free")).items()).isEmpty();
    }

    @Test
    void linesFeesAndQuestionsForOthersOrElsewhereAreLeftOut() {
        Item item = new SampleGuide()
                .asks("branch", "{\"applicant\": [\"企业法人\"]}")
                .line("{\"applicant\": [\"企业法人\", \"其他组织\"]}")
                .line("{\"division\": [\"510000\"]}")
                .line("{\"branch\": [\"yes\"]}")
                .line("{}")
                .read();

        assertThat(numbers(item.narrowed("企业法人", "511602"))).containsExactly(1, 2, 3, 4);
        assertThat(numbers(item.narrowed("企业法人", "110101"))).containsExactly(1, 3, 4);
        Item person = item.narrowed("自然人", "511602");
        assertThat(numbers(person)).containsExactly(2, 3, 4);
        assertThat(person.situations()).isEmpty();
        assertThat(new Answers(List.of(person), Map.of())
                        .calls(person, person.materials().get(1)))
                .isEmpty();
    }

    private static List<Integer> numbers(Item item) {
        return item.materials().stream().map(line -> line.no()).toList();
    }

    private static Item settled(Item item, String key, String value) {
        return new Answers(List.of(item), Map.of(key, new Given(List.of(value), false))).settle(item);
    }

    private static Limit statutory(Item item) {
        return Objects.requireNonNull(item.limits().statutory());
    }

    private static Limit promised(Item item) {
        return Objects.requireNonNull(item.limits().promised());
    }

    private static Fee fee(Item item) {
        return Objects.requireNonNull(item.fee());
    }

    private static Item real(String id) {
        return Objects.requireNonNull(RealData.items().get(id)).item();
    }
}
