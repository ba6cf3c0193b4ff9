package org.tongban.platform.person;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.regex.Pattern;
import org.tongban.platform.code.Typed;

/**
 * A 公民身份号码 of GB 11643—1999: 6 digits of division, 8 of birth date, 3 of order, one check character.
 *
 * @param value the 18 characters, {@code 11010119890101001X}; stored sealed only, and printed masked
 */
public record ResidentId(String value) {

    private static final String KIND = "公民身份号码";
    private static final Pattern SHAPE = Pattern.compile("[0-9]{17}[0-9X]");
    private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
    private static final String CHECKS = "10X98765432";

    /** @throws InvalidIdentifier if the shape, the birth date or the check character does not fit */
    public ResidentId {
        if (!SHAPE.matcher(value).matches()) {
            throw new InvalidIdentifier(KIND, InvalidIdentifier.Reason.SHAPE);
        }
        if (value.charAt(WEIGHTS.length) != check(value)) {
            throw new InvalidIdentifier(KIND, InvalidIdentifier.Reason.CHECK_CHARACTER);
        }
        birthDate(value);
    }

    /**
     * Reads what people type: with spaces or hyphens, a small x, full-width digits.
     *
     * @throws InvalidIdentifier if it is no such number even so
     */
    public static ResidentId parse(String typed) {
        return new ResidentId(Typed.plain(typed));
    }

    public LocalDate birthDate() {
        return birthDate(value);
    }

    /** The masked form, {@code 110***********001X}: a number in full never gets into a log by accident. */
    @Override
    public String toString() {
        return Masks.residentId(value);
    }

    private static char check(String value) {
        int sum = 0;
        for (int place = 0; place < WEIGHTS.length; place++) {
            sum += (value.charAt(place) - '0') * WEIGHTS[place];
        }
        return CHECKS.charAt(sum % CHECKS.length());
    }

    private static LocalDate birthDate(String value) {
        try {
            return LocalDate.parse(value.substring(6, 14), DateTimeFormatter.BASIC_ISO_DATE);
        } catch (DateTimeException noDay) {
            // without the cause: its message repeats the digits
            throw new InvalidIdentifier(KIND, InvalidIdentifier.Reason.DATE);
        }
    }
}
