package org.tongban.gateway.problem;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.gateway.house.Answer;
import org.tongban.gateway.house.RunningGateway;

final class LanguageTest {
    @Test
    void chineseUnlessEnglishIsPreferred() {
        assertThat(preferred(null)).isEqualTo(Language.ZH);
        assertThat(preferred("")).isEqualTo(Language.ZH);
        assertThat(preferred("fr")).isEqualTo(Language.ZH);
        assertThat(preferred("*")).isEqualTo(Language.ZH);
        assertThat(preferred("zh-TW,en;q=0.5")).isEqualTo(Language.ZH);
        assertThat(preferred("en;q=0.4, zh-CN;q=0.9")).isEqualTo(Language.ZH);
        assertThat(preferred(";;;===")).isEqualTo(Language.ZH);
        assertThat(preferred("en")).isEqualTo(Language.EN);
        assertThat(preferred("en-US,en;q=0.9,zh;q=0.8")).isEqualTo(Language.EN);
        assertThat(preferred("fr, en;q=0.2")).isEqualTo(Language.EN);
    }

    @Test
    void aProblemSaysWhichLanguageItSpeaks() {
        RunningGateway gateway = RunningGateway.generous();

        Answer english = gateway.get("/nowhere", "Accept-Language", "en");
        Answer chinese = gateway.get("/nowhere");

        assertThat(english.problem(404, "not-found").path("title").asString()).isEqualTo("Not found");
        assertThat(english.header("Content-Language")).isEqualTo("en");
        assertThat(chinese.problem(404, "not-found").path("title").asString()).isEqualTo("没有找到");
        assertThat(chinese.header("Content-Language")).isEqualTo("zh-CN");
    }

    private static Language preferred(@Nullable String acceptLanguage) {
        return Language.preferredBy(acceptLanguage);
    }
}
