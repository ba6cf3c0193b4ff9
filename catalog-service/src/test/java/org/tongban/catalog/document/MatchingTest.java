package org.tongban.catalog.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.catalog.RealData;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.catalog.reference.RealReference;

/** Lines that nobody has read are matched by their wording. */
class MatchingTest {
    private static final DocumentKinds KINDS = RealReference.get().kinds();

    @ParameterizedTest
    @CsvSource({
        "居民身份证, id-card, applicant, NAME, likely",
        "本人身份证（原件及复印件）, id-card, applicant, ALIAS, sure",
        "法定代表人身份证, id-card, legal-representative, ALIAS, sure",
        "经办人的身份证复印件, id-card, handler, ALIAS, sure",
        "营业执照复印件, business-licence, organisation, NAME, sure",
        "小餐饮经营许可申请表, form:new-item#3, applicant, RULE, likely"
    })
    void aWordingIsMatchedByNameAliasOrRule(String name, String kind, String holder, Match.By by, String confidence) {
        Match match = KINDS.match("new-item", 3, name).orElseThrow();

        assertThat(match.reading().all()).containsExactly(List.of(new Paper(kind, holder)));
        assertThat(match.by()).isEqualTo(by);
        assertThat(match.reading().confidence()).isEqualTo(confidence);
    }

    @Test
    void whatFitsNoKindIsNotForcedOntoOne() {
        assertThat(KINDS.match("new-item", 3, "从未见过的某某纸")).isEmpty();
        assertThat(KINDS.match("new-item", 3, "身份证丢失情况说明")).isEmpty();
        assertThat(KINDS.match("new-item", 3, "营业执照遗失公告")).isEmpty();
    }

    @Test
    void listsRestOnWhatIsSureOrHasBeenRead() {
        assertThat(KINDS.reading("new-item", 3, "法定代表人身份证")).isPresent();
        assertThat(KINDS.reading("new-item", 3, "小餐饮经营许可申请表")).isEmpty();
        assertThat(KINDS.reading("mr-food-operation-new", 2, "any wording")).isPresent();
    }

    @Test
    void whatSomebodyHasReadComesFirst() {
        assertThat(KINDS.match("mr-food-operation-new", 2, "居民身份证").map(Match::by))
                .contains(Match.By.READ);
    }

    /** The readings of the real lines were made by people, so they tell how far the matching may be trusted. */
    @Test
    void whatIsSureOfTheRealLinesIsWhatPeopleHaveRead() {
        List<String> wrong = new ArrayList<>();
        int sure = 0;
        for (PublishedItem published : RealData.items().values()) {
            for (Material line : published.item().materials()) {
                Reading read = KINDS.reading(published.id(), line.no()).orElseThrow();
                Optional<Reading> matched = KINDS.reading("unread-" + published.id(), line.no(), line.name());
                sure += matched.isPresent() ? 1 : 0;
                matched.filter(reading -> !reading.all().equals(read.all()))
                        .ifPresent(reading -> wrong.add(published.id() + "#" + line.no()));
            }
        }

        assertThat(sure).isGreaterThan(100);
        assertThat(wrong)
                .as("only their neighbours say that more will do, or more is wanted")
                .containsExactly(
                        "ps-hk-grandparents-babies-registration#5", "ps-residence-permit#4", "ps-residence-permit#5");
    }
}
