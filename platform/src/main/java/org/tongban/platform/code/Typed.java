package org.tongban.platform.code;

/** What a person typed, made plain before anybody looks at its meaning. */
public final class Typed {

    private static final int LONGEST = 64;

    private Typed() {}

    /**
     * Capitals without spaces, hyphens and what cannot be seen; the full-width forms that a Chinese input method writes become the plain ones.
     * A text of more than 64 characters is no code or number of anybody: of such a one nothing is left.
     */
    public static String plain(String typed) {
        if (typed.length() > LONGEST) {
            return "";
        }
        StringBuilder plain = new StringBuilder(typed.length());
        for (int at = 0; at < typed.length(); at++) {
            char narrow = narrow(typed.charAt(at));
            if (!parts(narrow)) {
                plain.append(narrow >= 'a' && narrow <= 'z' ? (char) (narrow - 'a' + 'A') : narrow);
            }
        }
        return plain.toString();
    }

    private static char narrow(char typed) {
        return typed >= '！' && typed <= '～' ? (char) (typed - '！' + '!') : typed;
    }

    private static boolean parts(char character) {
        return switch (Character.getType(character)) {
            case Character.SPACE_SEPARATOR, Character.DASH_PUNCTUATION, Character.FORMAT, Character.CONTROL -> true;
            default -> Character.isWhitespace(character);
        };
    }
}
