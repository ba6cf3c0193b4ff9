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

    /** Characters that people take for others: O is 0, I and L are 1. */
    static String meant(String plain) {
        return plain.replace('O', '0').replace('I', '1').replace('L', '1');
    }
}
