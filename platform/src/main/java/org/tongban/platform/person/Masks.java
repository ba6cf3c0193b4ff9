package org.tongban.platform.person;

/** How personal data is shown to those who need to recognise it, not to know it. */
public final class Masks {

    private static final String STAR = "*";

    private Masks() {}

    /** The first character and a star for each further one: {@code 张*}, {@code 欧***}. */
    public static String name(String name) {
        if (name.isEmpty()) {
            return name;
        }
        int first = name.offsetByCodePoints(0, 1);
        return name.substring(0, first) + STAR.repeat(name.codePointCount(first, name.length()));
    }

    /** The first three and the last four characters: {@code 110***********0011}. */
    public static String residentId(String number) {
        return middle(number);
    }

    /** The first three and the last four digits: {@code 138****1234}. */
    public static String phone(String number) {
        return middle(number);
    }

    /** A text too short to hide at least four characters between its ends is hidden whole. */
    private static String middle(String text) {
        int shownFirst = 3;
        int shownLast = 4;
        int hidden = text.length() - shownFirst - shownLast;
        if (hidden < 4) {
            return STAR.repeat(text.length());
        }
        return text.substring(0, shownFirst) + STAR.repeat(hidden) + text.substring(text.length() - shownLast);
    }
}
