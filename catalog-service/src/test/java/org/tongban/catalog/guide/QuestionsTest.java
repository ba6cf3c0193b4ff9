package org.tongban.catalog.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Material;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.NotAllowed;

/** How the questions of several items become one set, and what answers do. */
class QuestionsTest {
    private static final String YES_NO =
            "\"options\": [{\"value\": \"yes\", \"label\": \"是\"}, {\"value\": \"no\", \"label\": \"否\"}]";

    @Test
    void itemsThatAskTheSameThingShareOneQuestion() {
        Questions questions =
                questions(item("a", question("agent", "是否委托", false)), item("b", question("agent", "是否委托", false)));

        assertThat(questions.all()).singleElement().satisfies(question -> {
            assertThat(question.key()).isEqualTo("agent");
            assertThat(question.askedBy()).containsExactly("a", "b");
        });
    }

    @Test
    void theSameThingUnderAnotherKeyIsAskedUnderTheFirst() {
        Item second = item("b", question("proxy", "是否委托", false), "proxy");
        List<Item> items = List.of(item("a", question("agent", "是否委托", false)), second);
        Questions questions = new Questions(items);
        Answers answers = new Answers(items, Map.of("agent", one("yes")));

        assertThat(questions.all()).extracting(Question::key).containsExactly("agent");
        assertThat(answers.calls(second, line(second)).map(Because::answers)).contains(Map.of("agent", "yes"));
        assertThatThrownBy(() -> new Answers(items, Map.of("proxy", one("yes"))))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void anAmbiguousKeyTellsWhoAsks() {
        Questions questions =
                questions(item("a", question("mode", "申请方式", false)), item("b", question("mode", "办理方式", false)));

        assertThat(questions.all()).extracting(Question::key).containsExactly("a.mode", "b.mode");
    }

    @Test
    void aConditionNeedsAllItsQuestions() {
        Item item = guide(
                "a",
                question("x", "甲", false) + "," + question("y", "乙", false),
                "{\"x\": [\"yes\"], \"y\": [\"yes\", \"no\"]}");

        assertThat(calls(item, Map.of())).isFalse();
        assertThat(calls(item, Map.of("x", one("yes"))))
                .as("no answer to y removes it")
                .isTrue();
        assertThat(calls(item, Map.of("x", one("no")))).isFalse();
        assertThat(calls(item, Map.of("y", one("no")))).isFalse();
    }

    @Test
    void aMultiQuestionTakesAnArrayInAnyOrder() {
        Item item = item("a", question("m", "哪些", true), "m");
        Answers answers = new Answers(List.of(item), Map.of("m", new Given(List.of("no", "yes", "yes"), true)));

        assertThat(answers.asGiven()).isEqualTo(Map.of("m", List.of("yes", "no")));
        assertThat(answers.calls(item, line(item)).map(Because::answers)).contains(Map.of("m", List.of("yes")));
        assertThat(calls(item, Map.of("m", new Given(List.of(), true)))).isFalse();
        assertThatThrownBy(() -> new Answers(List.of(item), Map.of("m", one("yes"))))
                .isInstanceOf(NotAllowed.class);
    }

    private static boolean calls(Item item, Map<String, Given> given) {
        return new Answers(List.of(item), given).calls(item, line(item)).isPresent();
    }

    private static Material line(Item item) {
        return Objects.requireNonNull(item.materials().get(0));
    }

    private static Given one(String value) {
        return new Given(List.of(value), false);
    }

    private static Questions questions(Item... items) {
        return new Questions(List.of(items));
    }

    private static String question(String key, String ask, boolean multi) {
        return "{\"key\": \"" + key + "\", \"ask\": \"" + ask + "\", \"multi\": " + multi + ", " + YES_NO + "}";
    }

    private static Item item(String id, String question) {
        return guide(id, question, "{}");
    }

    private static Item item(String id, String question, String key) {
        return guide(id, question, "{\"" + key + "\": [\"yes\"]}");
    }

    private static Item guide(String id, String questions, String when) {
        return ItemReader.read(Json.mapper()
                .readTree("{\"id\": \"" + id + "\", \"scope\": \"national\", \"situations\": [" + questions
                        + "], \"materials\": [{\"no\": 1, \"name\": \"材料\", \"need\": \"必要\", \"when\": " + when
                        + "}]}"));
    }
}
