package org.tongban.platform.time;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The one text form of instants and legal days: {@code 2026-11-22T02:11:09.000Z}, {@code 2026-11-22}.
 *
 * <p>Hashes are taken over these texts, so each value has exactly one.
 */
public final class Instants {

    private static final DateTimeFormatter TEXT =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter(Locale.ROOT);
    private static final Pattern READABLE = Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z");
    private static final DateTimeFormatter DAY = new DateTimeFormatterBuilder()
            .appendValue(ChronoField.YEAR, 4)
            .appendPattern("-MM-dd")
            .toFormatter(Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private Instants() {}

    /**
     * In UTC with exactly three decimals; finer parts are cut off.
     *
     * @throws DateTimeException for a year that does not have four digits
     */
    public static String text(Instant instant) {
        int year = instant.atOffset(ZoneOffset.UTC).getYear();
        if (year < 0 || year > 9999) {
            throw new DateTimeException("the year of an instant has four digits, not " + year);
        }
        return TEXT.format(instant);
    }

    /**
     * Reads {@code 2026-11-22T02:11:09Z} with up to nine decimals, of which three are kept.
     *
     * @throws DateTimeParseException if it is anything else, also if it has an offset instead of {@code Z}
     */
    public static Instant parse(String text) {
        if (!READABLE.matcher(text).matches()) {
            throw new DateTimeParseException("an instant reads like 2026-11-22T02:11:09.000Z", text, 0);
        }
        return Instant.parse(text).truncatedTo(ChronoUnit.MILLIS);
    }

    /**
     * Reads a legal day {@code 2026-11-22}.
     *
     * @throws DateTimeParseException if it is anything else or no day of the calendar
     */
    public static LocalDate parseDay(String text) {
        return LocalDate.parse(text, DAY);
    }
}
