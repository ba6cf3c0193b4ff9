package org.tongban.platform.person;

import org.tongban.platform.code.Typed;

/**
 * A 统一社会信用代码 of GB 32100—2015: registering authority, kind of body, division, 9 characters of the body itself, check.
 *
 * @param value the 18 characters, {@code 91350100M000100Y43}; public, not masked
 */
public record CreditCode(String value) {

    private static final int LENGTH = 18;
    /** Digits and letters without I, O, Z, S and V. */
    private static final String ALPHABET = "0123456789ABCDEFGHJKLMNPQRTUWXY";

    private static final int FACTOR = 3;

    /** @throws InvalidIdentifier if the shape or the check character does not fit */
    public CreditCode {
        if (value.length() != LENGTH || value.chars().anyMatch(character -> ALPHABET.indexOf(character) < 0)) {
            throw invalid(InvalidIdentifier.Reason.SHAPE);
        }
        if (value.charAt(LENGTH - 1) != check(value)) {
            throw invalid(InvalidIdentifier.Reason.CHECK_CHARACTER);
        }
    }

    /**
     * Reads what people type: any case, with spaces or hyphens, full-width forms.
     *
     * @throws InvalidIdentifier if it is no such code even so
     */
    public static CreditCode parse(String typed) {
        return new CreditCode(Typed.plain(typed));
    }

    @Override
    public String toString() {
        return value;
    }

    private static char check(String value) {
        int size = ALPHABET.length();
        int sum = 0;
        int weight = 1;
        for (int place = 0; place < LENGTH - 1; place++) {
            sum += ALPHABET.indexOf(value.charAt(place)) * weight;
            weight = weight * FACTOR % size;
        }
        return ALPHABET.charAt((size - sum % size) % size);
    }

    private static InvalidIdentifier invalid(InvalidIdentifier.Reason reason) {
        return new InvalidIdentifier("统一社会信用代码", reason);
    }
}
