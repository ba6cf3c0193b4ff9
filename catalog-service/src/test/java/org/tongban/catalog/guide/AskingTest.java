package org.tongban.catalog.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.item.Item;
import org.tongban.platform.problem.NotAllowed;

/** Only what still matters is asked. */
class AskingTest {
    private static final Item DEPENDENT = new SampleGuide()
            .asks("minor")
            .asks("guardian")
            .line("{\"minor\": [\"yes\"], \"guardian\": [\"yes\"]}")
            .read();

    @Test
    void aQuestionWaitsForTheEarlierOnesThatDecideWhetherItMatters() {
        assertThat(open(DEPENDENT)).containsExactly("minor");
        assertThat(open(DEPENDENT, "minor", "yes")).containsExactly("guardian");
        assertThat(open(DEPENDENT, "minor", "no")).isEmpty();
    }

    @Test
    void anAnswerToAQuestionThatEarlierAnswersHaveClosedIsRefused() {
        assertThatThrownBy(() -> answers(DEPENDENT, "minor", "no", "guardian", "yes"))
                .isInstanceOfSatisfying(
                        NotAllowed.class,
                        refused -> assertThat(refused.faults())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.pointer()).isEqualTo("/answers/guardian")));
        assertThat(open(DEPENDENT, "guardian", "yes")).containsExactly("minor");
    }

    @Test
    void anEarlierQuestionIsNotAskedOnceALaterAnswerHasSettledTheMatter() {
        assertThat(open(DEPENDENT, "guardian", "no")).isEmpty();
    }

    @Test
    void aQuestionMaySayAfterWhichAnswersItIsAskedThoughItStandsBeforeThem() {
        Item item = new SampleGuide()
                .asks("child", "{\"married\": [\"yes\"]}")
                .asks("married")
                .line("{\"child\": [\"yes\"]}")
                .line("{\"married\": [\"yes\"]}")
                .read();

        assertThat(open(item)).containsExactly("married");
        assertThat(open(item, "married", "yes")).containsExactly("child");
        assertThat(open(item, "married", "no")).isEmpty();
        assertThat(called(item, "married", "yes", "child", "yes")).containsExactly(1, 2);
        assertThat(answers(item, "married", "yes", "child", "yes")
                        .calls(item, item.materials().get(0))
                        .map(Because::answers))
                .contains(Map.of("married", "yes", "child", "yes"));
    }

    @Test
    void whatNothingHangsOnIsNotAskedButMayBeAnswered() {
        Item item = new SampleGuide().asks("idle").line("{}").read();

        assertThat(open(item)).isEmpty();
        assertThat(answers(item, "idle", "yes").asGiven()).isEqualTo(Map.of("idle", "yes"));
    }

    @Test
    void whatAllOptionsCallIsAskedAboutByNobody() {
        Item item = new SampleGuide()
                .asks("idle")
                .line("{\"idle\": [\"yes\", \"no\"]}")
                .read();

        assertThat(open(item)).isEmpty();
        assertThat(called(item)).containsExactly(1);
    }

    @Test
    void aCommitmentIsAlwaysAskedAbout() {
        Item item = new SampleGuide()
                .asks("mode", false, "{}", "normal", "commit")
                .line("{}")
                .read();

        assertThat(open(item)).containsExactly("mode");
    }

    @Test
    void feesLimitsAndProceduresAreAskedAboutToo() {
        Item item = new SampleGuide()
                .asks("usage")
                .asks("mode", false, "{}", "fast", "slow")
                .asks("found")
                .with(", \"fee\": {\"charged\": true, \"items\": [{\"name\": \"登记费\", \"amount\": 80, \"when\":"
                        + " {\"usage\": [\"yes\"]}}]}, \"limits\": {\"statutory\": {\"n\": 10, \"unit\": \"工作日\","
                        + " \"byMode\": {\"fast\": {\"n\": 0, \"unit\": \"当场\"}}}}, \"specialProcedures\":"
                        + " [{\"name\": \"公告\", \"when\": {\"found\": [\"yes\"]}}]")
                .read();

        assertThat(open(item)).containsExactly("usage", "mode", "found");
    }

    private static List<String> open(Item item, String... keysAndValues) {
        return answers(item, keysAndValues).open().stream().map(Question::key).toList();
    }

    private static List<Integer> called(Item item, String... keysAndValues) {
        Answers answers = answers(item, keysAndValues);
        return item.materials().stream()
                .filter(line -> answers.calls(item, line).isPresent())
                .map(line -> line.no())
                .toList();
    }

    private static Answers answers(Item item, String... keysAndValues) {
        Map<String, Given> given = new LinkedHashMap<>();
        for (int i = 0; i < keysAndValues.length; i += 2) {
            given.put(keysAndValues[i], new Given(List.of(keysAndValues[i + 1]), false));
        }
        return new Answers(List.of(item), given);
    }
}
