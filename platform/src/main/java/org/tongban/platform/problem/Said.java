package org.tongban.platform.problem;

import java.util.Locale;

/** One sentence in both languages; Chinese is the default. */
public record Said(String zh, String en) {
    public String in(Locale locale) {
        return Locale.ENGLISH.getLanguage().equals(locale.getLanguage()) ? en : zh;
    }
}
