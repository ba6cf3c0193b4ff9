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
    private long left;

    /**
     * A walker who gets tired.
     *
     * @param atMost how many paths of one guide are walked
     * @param steps how much is looked at in all, over all guides that are walked
     */
    public Paths(int atMost, long steps) {
        this.atMost = atMost;
        this.left = steps;
    }

    /**
     * Walks them all.
     *
     * @return the answers at the end of each; empty when there are more than wanted, or the walk has become too long
     */
    public Optional<List<Answers>> of(Item item) {
        List<Answers> ends = new ArrayList<>();
        return walk(new Answers(List.of(item), Map.of()), ends) ? Optional.of(List.copyOf(ends)) : Optional.empty();
    }

    /** How many there would be if every question were always asked. */
    public static BigInteger product(Item item) {
        return item.situations().stream().map(Paths::choices).reduce(BigInteger.ONE, BigInteger::multiply);
    }

    private static BigInteger choices(Situation situation) {
        int options = situation.options().size();
        return situation.multi() ? BigInteger.TWO.pow(options) : BigInteger.valueOf(options);
    }

    private boolean walk(Answers answers, List<Answers> ends) {
        left -= answers.cost();
        if (left < 0) {
            return false;
        }
        Optional<Question> next = answers.next();
        if (next.isEmpty()) {
            return ends.add(answers) && ends.size() <= atMost;
        }
        Question question = next.get();
        boolean few = !question.multi() || question.options().size() <= SUBSETS_OF;
        return few && choices(question).stream().allMatch(values -> walk(answers.with(question, values), ends));
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
