package org.tongban.catalog.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.tongban.catalog.item.Item;
import org.tongban.platform.kit.Seeded;

/** Whoever answers what is open comes to exactly one list, in whatever order and however many at once. */
class AskingProperties {

    @Seeded(tries = 500)
    void answeringWhatIsOpenAlwaysEndsInOneListWhereEveryLineIsDecided(RandomGenerator random) {
        Item item = anyGuide(random);
        Map<String, Given> given = new LinkedHashMap<>();
        Answers answers = new Answers(List.of(item), given);
        int rounds = 0;
        while (!answers.open().isEmpty()) {
            List<Question> open = answers.open();
            int many = 1 + random.nextInt(open.size());
            for (Question question : open.subList(0, many)) {
                assertThat(given).doesNotContainKey(question.key());
                given.put(question.key(), answer(question, random));
            }
            answers = new Answers(List.of(item), given);
            assertThat(++rounds).isLessThanOrEqualTo(item.situations().size());
        }

        assertThat(called(item, answers)).isEqualTo(calledByTheBook(item, given));
    }

    @Seeded(tries = 500)
    void whatIsNotAskedChangesNothing(RandomGenerator random) {
        Item item = anyGuide(random);
        Map<String, Given> given = new LinkedHashMap<>();
        Answers answers = new Answers(List.of(item), given);
        while (!answers.open().isEmpty()) {
            Question next = answers.open().get(0);
            given.put(next.key(), answer(next, random));
            answers = new Answers(List.of(item), given);
        }
        Set<Integer> lines = calledByTheBook(item, given);

        item.situations().stream()
                .filter(situation -> !given.containsKey(situation.key()))
                .forEach(situation -> situation.options().forEach(option -> {
                    Map<String, Given> more = new LinkedHashMap<>(given);
                    more.put(situation.key(), new Given(List.of(option.value()), situation.multi()));
                    assertThat(calledByTheBook(item, more)).isEqualTo(lines);
                }));
    }

    private static Item anyGuide(RandomGenerator random) {
        List<Boolean> multis = IntStream.rangeClosed(0, random.nextInt(5))
                .mapToObj(question -> random.nextInt(3) == 0)
                .toList();
        List<Set<Integer>> lines = IntStream.rangeClosed(0, random.nextInt(6))
                .mapToObj(line -> random.ints(random.nextInt(5), 0, 15).boxed().collect(Collectors.toSet()))
                .toList();
        return guide(multis, lines);
    }

    /** Each question has three options; a line's numbers are options, those of one question any of which will do. */
    private static Item guide(List<Boolean> multis, List<Set<Integer>> lines) {
        SampleGuide guide = new SampleGuide();
        IntStream.range(0, multis.size()).forEach(i -> guide.asks("q" + i, multis.get(i), "{}", "v0", "v1", "v2"));
        for (Set<Integer> options : lines) {
            Map<Integer, List<String>> when = new LinkedHashMap<>();
            options.forEach(option -> when.computeIfAbsent(option / 3 % multis.size(), key -> new ArrayList<>())
                    .add("\"v" + option % 3 + "\""));
            guide.line("{"
                    + String.join(
                            ", ",
                            when.entrySet().stream()
                                    .map(each -> "\"q" + each.getKey() + "\": " + each.getValue())
                                    .toList())
                    + "}");
        }
        return guide.read();
    }

    private static Given answer(Question question, RandomGenerator random) {
        List<String> values = question.options().stream()
                .map(option -> option.value())
                .filter(value -> random.nextBoolean())
                .toList();
        return question.multi()
                ? new Given(values, true)
                : new Given(
                        List.of(question.options()
                                .get(random.nextInt(question.options().size()))
                                .value()),
                        false);
    }

    private static Set<Integer> called(Item item, Answers answers) {
        Set<Integer> called = new HashSet<>();
        item.materials().stream()
                .filter(line -> answers.calls(item, line).isPresent())
                .forEach(line -> called.add(line.no()));
        return called;
    }

    /** Word by word: every question of the condition must have one of the values, or nothing but them to choose from. */
    private static Set<Integer> calledByTheBook(Item item, Map<String, Given> given) {
        Set<Integer> called = new HashSet<>();
        item.materials().stream()
                .filter(line -> line.when().values().entrySet().stream().allMatch(wanted -> {
                    Given answer = given.get(wanted.getKey());
                    boolean single = item.situations().stream()
                            .anyMatch(each -> each.key().equals(wanted.getKey()) && !each.multi());
                    return answer == null
                            ? single && new HashSet<>(wanted.getValue()).size() == 3
                            : answer.values().stream()
                                    .anyMatch(value -> wanted.getValue().contains(value));
                }))
                .forEach(line -> called.add(line.no()));
        return called;
    }
}
