package org.tongban.catalog.law;

import java.util.regex.Pattern;

/** A law by its short title, so that each way to cite it is the same: {@code 户口登记条例}. */
public record Law(String shortTitle) {
    private static final Pattern QUOTES = Pattern.compile("[“”\"《》〈〉\\s]");
    private static final Pattern NOTE_AT_THE_END = Pattern.compile("[（(][^（）()]*[）)]$");
    private static final String STATE = "中华人民共和国";

    /** Reads {@code 《中华人民共和国户口登记条例》（1958年）}. */
    public static Law cited(String law) {
        String title = QUOTES.matcher(law).replaceAll("");
        String before = "";
        while (!before.equals(title)) {
            before = title;
            title = NOTE_AT_THE_END.matcher(title).replaceFirst("");
        }
        return new Law(
                title.startsWith(STATE) && title.length() > STATE.length() ? title.substring(STATE.length()) : title);
    }
}
