package org.tongban.catalog.list;

import java.util.Locale;
import java.util.regex.Pattern;
import org.tongban.platform.problem.NotFound;

/** The number of a list: {@code L-511602-20261122-7KQ2M9XT04HB}; those of the first years end in eight characters. */
final class ListNumber {
    private static final Pattern SHAPE =
            Pattern.compile("L-\\d{6}-\\d{8}-[0-9A-HJKMNP-TV-Z]{8}(?:[0-9A-HJKMNP-TV-Z]{4})?");

    private ListNumber() {}

    /**
     * Reads a typed number, small letters and all.
     *
     * @throws NotFound for what no list is numbered like
     */
    static String parse(String typed) {
        String number = typed.strip().toUpperCase(Locale.ROOT);
        if (!SHAPE.matcher(number).matches()) {
            throw new NotFound(
                    "“" + typed + "”不是清单编号，编号形如L-511602-20261122-7KQ2M9XT04HB。",
                    "\"" + typed + "\" is no list number; one looks like L-511602-20261122-7KQ2M9XT04HB.");
        }
        return number;
    }
}
