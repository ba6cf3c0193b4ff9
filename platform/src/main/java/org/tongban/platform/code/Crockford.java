package org.tongban.platform.code;

/** The 32 characters of Crockford's alphabet: digits and capital letters without I, L, O and U. */
final class Crockford {

    static final String ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";

    private Crockford() {}

    static char character(int value) {
        return ALPHABET.charAt(value);
    }

    /** The value 0…31 of a character of the alphabet, or -1. */
    static int value(char character) {
        return ALPHABET.indexOf(character);
    }

    /**
     * What a person meant by this character: small letters are capitals, O is 0, I and L are 1, and the full-width forms
     * that a Chinese input method writes are the plain ones.
     */
    static char meant(char typed) {
        char narrow = typed >= '！' && typed <= '～' ? (char) (typed - '！' + '!') : typed;
        char capital = narrow >= 'a' && narrow <= 'z' ? (char) (narrow - 'a' + 'A') : narrow;
        return switch (capital) {
            case 'O' -> '0';
            case 'I', 'L' -> '1';
            default -> capital;
        };
    }
}
