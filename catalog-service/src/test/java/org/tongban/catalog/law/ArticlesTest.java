package org.tongban.catalog.law;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ArticlesTest {

    @Test
    void aCitationNamesArticlesOneByOneAndByRange() {
        assertThat(Articles.cited("第二条、第七条")).containsExactly(2, 7);
        assertThat(Articles.cited("第七条至第九条、第十二条")).containsExactly(7, 8, 9, 12);
        assertThat(Articles.cited("第三十一条至第三十三条、第二十三条")).containsExactly(23, 31, 32, 33);
        assertThat(Articles.cited("第十四条第二款第二项、第十六条")).containsExactly(14, 16);
        assertThat(Articles.cited("第一千零四十六条至第一千零四十九条")).containsExactly(1046, 1047, 1048, 1049);
        assertThat(Articles.cited("")).isEmpty();
    }

    @Test
    void oneArticleIsAskedForInWordsOrFigures() {
        assertThat(Articles.asked("第八条")).isEqualTo(8);
        assertThat(Articles.asked("二十")).isEqualTo(20);
        assertThat(Articles.asked("1046")).isEqualTo(1046);
        assertThat(Articles.asked("第1046条")).isEqualTo(1046);
        assertThat(Articles.asked("全部")).isZero();
        assertThat(Articles.asked("99999999999")).isZero();
    }

    @Test
    void aLawIsTheSameHoweverItIsCited() {
        assertThat(Law.cited("《中华人民共和国户口登记条例》（1958年）")).isEqualTo(Law.cited("户口登记条例"));
        assertThat(Law.cited("“中华人民共和国社会保障卡”管理办法").shortTitle()).isEqualTo("社会保障卡管理办法");
        assertThat(Law.cited("山东省残疾人证管理办法（试行）（鲁残联发〔2018〕21号）").shortTitle()).isEqualTo("山东省残疾人证管理办法");
    }
}
