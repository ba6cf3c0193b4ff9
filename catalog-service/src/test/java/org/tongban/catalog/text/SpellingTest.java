package org.tongban.catalog.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SpellingTest {

    @Test
    void aNameIsTypedWholeOrByInitialsFromAnySyllableOn() {
        Spelling spelling = Spelling.of("结婚登记（内地居民）");

        assertThat(spelling.letters(0)).isEqualTo("jiehundengjineidijumin");
        assertThat(spelling.initials(0)).isEqualTo("jhdjndjm");
        assertThat(spelling.initials(2)).isEqualTo("djndjm");
        assertThat(spelling.pairs()).startsWith("jie hun", "hun deng");
    }

    @Test
    void aCharacterWithTwoReadingsIsReadByItsWord() {
        assertThat(Spelling.of("银行").letters(0)).isEqualTo("yinhang");
        assertThat(Spelling.of("执行").letters(0)).isEqualTo("zhixing");
        assertThat(Spelling.of("音乐会").letters(0)).isEqualTo("yinyuehui");
        assertThat(Spelling.of("会计").letters(0)).isEqualTo("kuaiji");
        assertThat(Spelling.of("调动").letters(0)).isEqualTo("diaodong");
        assertThat(Spelling.of("妇女").letters(0)).isEqualTo("funv");
    }

    @Test
    void lettersAndDigitsAmongCharactersStayTogether() {
        assertThat(Spelling.of("开KTV店").syllables()).containsExactly("kai", "ktv", "dian");
        assertThat(Spelling.of("")).isEqualTo(Spelling.of("（）"));
    }

    @Test
    void latinIsWhatHasALetterAndNothingElse() {
        assertThat(Spelling.isLatin("spjyxkz")).isTrue();
        assertThat(Spelling.isLatin("hu zhao")).isTrue();
        assertThat(Spelling.isLatin("12345")).isFalse();
        assertThat(Spelling.isLatin("开ktv")).isFalse();
    }

    @Test
    void whatIsTypedComesIntoOneForm() {
        assertThat(ChineseText.typed("　結婚登記 ")).isEqualTo("结婚登记");
        assertThat(ChineseText.typed("ＫＴＶ")).isEqualTo("KTV");
        assertThat(ChineseText.typed("护\u0000照\u202e\u200b")).isEqualTo("护 照");
        assertThat(ChineseText.typed("\u0007")).isEmpty();
    }
}
