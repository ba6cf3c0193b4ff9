package org.tongban.platform.event;

/**
 * A word of a list that another teller knows and this version does not, made fit to be shown: {@code ON_HOLD}. During a
 * deployment tellers may be newer than their listeners.
 */
public final class ForeignWord {
    /** So many characters of it are kept. */
    public static final int LONGEST = 40;

    private ForeignWord() {}

    /** The word as it came, cut after {@value #LONGEST} characters and without what cannot be seen. */
    public static String shown(String word) {
        StringBuilder shown = new StringBuilder();
        word.codePoints().filter(ForeignWord::isVisible).limit(LONGEST).forEach(shown::appendCodePoint);
        return shown.toString();
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.PRIVATE_USE,
                    Character.UNASSIGNED,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }
}
