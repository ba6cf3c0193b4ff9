package org.tongban.catalog.guide;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.Situation;

/** Every way through the questions of one guide, as it is asked. */
public final class Paths {
    /** Choosing among more options of a question with several answers makes too many paths anyway. */
    private static final int SUBSETS_OF = 12;

    private final int atMost;
    private final List<Answers> ends = new ArrayList<>();

    private Paths(int atMost) {
        this.atMost = atMost;
    }

    /**
     * Walks them all.
     *
     * @return the answers at the end of each; empty when there are more than wanted
     */
    public static Optional<List<Answers>> of(Item item, int atMost) {
        Paths paths = new Paths(atMost);
        return paths.walk(new Answers(List.of(item), Map.of()))
                ? Optional.of(List.copyOf(paths.ends))
                : Optional.empty();
    }

    /** How many there would be if every question were always asked. */
    public static BigInteger product(Item item) {
        return item.situations().stream().map(Paths::choices).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static BigInteger choices(Situation situation) {
        int options = situation.options().size();
        return situation.multi() ? BigInteger.TWO.pow(options) : BigInteger.valueOf(options);
    }

    private boolean walk(Answers answers) {
        Optional<Question> next = answers.next();
        if (next.isEmpty()) {
            return ends.add(answers) && ends.size() <= atMost;
        }
        Question question = next.get();
        boolean few = !question.multi() || question.options().size() <= SUBSETS_OF;
        return few && choices(question).stream().allMatch(values -> walk(answers.with(question, values)));
    }

    private static List<List<String>> choices(Question question) {
        List<String> values =
                question.options().stream().map(Situation.Option::value).toList();
        if (!question.multi()) {
            return values.stream().map(List::of).toList();
        }
        return IntStream.range(0, 1 << values.size())
                .mapToObj(bits -> IntStream.range(0, values.size())
                        .filter(i -> (bits >> i & 1) == 1)
                        .mapToObj(values::get)
                        .toList())
                .toList();
    }
}
