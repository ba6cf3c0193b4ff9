package org.tongban.catalog.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PhrasebookTest {
    private static final Phrasebook BOOK = new Phrasebook(
            List.of("怎么", "怎么办", "需要"),
            List.of(new EverydayWord("驾照", List.of("驾驶证")), new EverydayWord("照", List.of("照片"))),
            List.of(
                    new Saying(List.of("开饭店", "开餐馆"), List.of("食品经营许可"), List.of("open-restaurant")),
                    new Saying(List.of("身份证丢了"), List.of("居民身份证丢失补领", "临时居民身份证申领"), List.of())));

    @Test
    void aLifeEventMeansOfficialNamesAndBundles() {
        Understanding understood = BOOK.understand("我开餐馆怎么办");

        assertThat(understood.readings().get(0)).isEqualTo(new Reading("我开餐馆", 1));
        assertThat(understood.means()).containsExactly("食品经营许可");
        assertThat(understood.bundles()).containsOnlyKeys("open-restaurant");
    }

    @Test
    void theFirstMeaningIsSurerThanTheNext() {
        List<Reading> readings = BOOK.understand("身份证丢了").readings();

        assertThat(readings).extracting(Reading::text).containsExactly("身份证丢了", "居民身份证丢失补领", "临时居民身份证申领");
        assertThat(readings.get(1).weight()).isGreaterThan(readings.get(2).weight());
    }

    @Test
    void aWordInBetweenDoesNotHideALifeEvent() {
        assertThat(BOOK.understand("身份证不小心丢了").means()).contains("居民身份证丢失补领");
        assertThat(BOOK.understand("身份证").means()).contains("居民身份证丢失补领");
        assertThat(BOOK.understand("护照").means()).isEmpty();
    }

    @Test
    void theLongestEverydayWordIsReplaced() {
        assertThat(BOOK.understand("换驾照").readings())
                .extracting(Reading::text)
                .contains("换驾驶证")
                .noneMatch(text -> text.contains("照片"));
    }

    @Test
    void aQuestionOfFillersAloneStaysAsItIs() {
        assertThat(BOOK.understand("怎么办").readings().get(0).text()).isEqualTo("怎么办");
        assertThat(BOOK.understand("").readings()).isEmpty();
    }
}
