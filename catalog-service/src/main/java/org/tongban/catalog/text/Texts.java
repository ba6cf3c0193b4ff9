package org.tongban.catalog.text;

import java.util.regex.Pattern;

/** What a text may hide from whoever reads it on a page, a print or a spreadsheet. */
public final class Texts {
    /** Characters that show nothing or turn round what is shown: Unicode TR 36, section 2.5 and 3.5. */
    private static final Pattern CONTROL = Pattern.compile(
            "[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F-\\x9F\\u202A-\\u202E\\u2066-\\u2069]|[\\uD800-\\uDBFF](?![\\uDC00-\\uDFFF])");

    private static final Pattern INVISIBLE =
            Pattern.compile("[\\t\\r\\n\\u00AD\\u200B-\\u200F\\u2028\\u2029\\u2060-\\u2064\\uFEFF]");
    private static final Pattern MARKUP = Pattern.compile("<\\s*[a-zA-Z/!?]|javascript:|&#?[a-zA-Z0-9]+;");
    /** Spreadsheets take the wide forms for the narrow ones. */
    private static final Pattern FORMULA = Pattern.compile("^\\s*[=+\\-@＝＋－＠]");

    /** Nobody writes longer ones honestly. */
    public static final int LONGEST_NAME = 500;

    private Texts() {}

    /** Whether a name is what it shows: not too long, no markup, no formula, no characters that hide or turn round. */
    public static boolean isHonestName(String name) {
        return name.length() <= LONGEST_NAME
                && !hasControl(name)
                && !hasInvisible(name)
                && !hasMarkup(name)
                && !isFormula(name);
    }

    public static boolean hasControl(String text) {
        return CONTROL.matcher(text).find();
    }

    public static boolean hasInvisible(String text) {
        return INVISIBLE.matcher(text).find();
    }

    public static boolean hasMarkup(String text) {
        return MARKUP.matcher(text).find();
    }

    public static boolean isFormula(String text) {
        return FORMULA.matcher(text).find();
    }

    /** The wording without what does not count: spaces, punctuation, and whether original or copy. */
    public static String bare(String text) {
        return text.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "").replaceAll("(及其?)?(原件|复印件)(及复印件|和复印件)?$", "");
    }
}
