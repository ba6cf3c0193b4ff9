package org.tongban.catalog.law;

import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The numbers of the articles that a citation names: {@code 第七条至第九条、第十二条} is 7, 8, 9 and 12. */
public final class Articles {
    private static final Pattern ARTICLE = Pattern.compile("第?([〇零一二三四五六七八九十百千两\\d]+)条");
    private static final Pattern NUMBER = Pattern.compile("[〇零一二三四五六七八九十百千两]+|\\d{1,4}");
    private static final String TO = "至";
    private static final int LONGEST_RANGE = 500;
    private static final String DIGITS = "零一二三四五六七八九";

    private Articles() {}

    public static SortedSet<Integer> cited(String citation) {
        SortedSet<Integer> numbers = new TreeSet<>();
        Matcher articles = ARTICLE.matcher(citation);
        int last = 0;
        int end = 0;
        while (articles.find()) {
            int number = number(articles.group(1));
            boolean range = citation.substring(end, articles.start()).endsWith(TO);
            if (range && number > last && number - last < LONGEST_RANGE) {
                for (int between = last + 1; between < number; between++) {
                    numbers.add(between);
                }
            }
            numbers.add(number);
            last = number;
            end = articles.end();
        }
        return numbers;
    }

    /** Reads what somebody asks for, {@code 第八条}, {@code 八} or {@code 8}; 0 for anything else. */
    public static int asked(String article) {
        Matcher one = ARTICLE.matcher(article);
        if (one.find()) {
            return number(one.group(1));
        }
        return NUMBER.matcher(article).matches() ? number(article) : 0;
    }

    private static int number(String text) {
        if (Character.isDigit(text.charAt(0)) && text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return text.length() > 4 ? 0 : Integer.parseInt(text);
        }
        int sum = 0;
        int digit = 0;
        for (char c : text.replace('两', '二').replace('〇', '零').toCharArray()) {
            int unit = unit(c);
            if (unit == 0) {
                digit = Math.max(0, DIGITS.indexOf(c));
            } else {
                sum += Math.max(1, digit) * unit;
                digit = 0;
            }
        }
        return sum + digit;
    }

    private static int unit(char c) {
        return switch (c) {
            case '十' -> 10;
            case '百' -> 100;
            case '千' -> 1000;
            default -> 0;
        };
    }
}
