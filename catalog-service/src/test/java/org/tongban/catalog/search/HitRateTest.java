package org.tongban.catalog.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.catalog.RealData;
import org.tongban.catalog.search.Questions.Question;

/** How often citizens find what they ask for, as the first hit and among the first three. */
class HitRateTest {
    private static final Logger log = LoggerFactory.getLogger(HitRateTest.class);
    private static final ItemIndex INDEX = new ItemIndex();

    @BeforeAll
    static void fill() {
        INDEX.put(RealData.items().values());
    }

    @AfterAll
    static void close() {
        INDEX.close();
    }

    @Test
    void theTableHasTwoHalvesOfSomeSize() {
        assertThat(Questions.of("tuned")).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Questions.of("untouched")).hasSizeGreaterThanOrEqualTo(40);
    }

    @Test
    void theTunedHalfIsFound() {
        List<Question> questions = Questions.of("tuned");
        questions.stream()
                .filter(question -> !question.isFound(INDEX, 1))
                .forEach(question -> log.info(
                        "not the first hit: {} ({})",
                        question.text(),
                        question.isFound(INDEX, 3) ? "third" : "missed"));

        assertThat(rate(questions, 1)).isGreaterThanOrEqualTo(0.95);
        assertThat(rate(questions, 3)).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void theUntouchedHalfIsFoundNearlyAsOften() {
        List<Question> questions = Questions.of("untouched");

        assertThat(rate(questions, 1)).isGreaterThanOrEqualTo(0.80);
        assertThat(rate(questions, 3)).isGreaterThanOrEqualTo(0.85);
        rate(questions.stream().filter(question -> !question.isSaying()).toList(), 1);
        rate(questions.stream().filter(question -> !question.isSaying()).toList(), 3);
    }

    private static double rate(List<Question> questions, int hits) {
        long found = questions.stream()
                .filter(question -> question.isFound(INDEX, hits))
                .count();
        double rate = (double) found / questions.size();
        log.info(
                "hit rate half={} at={} found={} of={} ({} of them sayings word for word) rate={}",
                questions.get(0).half(),
                hits,
                found,
                questions.size(),
                questions.stream().filter(Question::isSaying).count(),
                rate);
        return rate;
    }
}
