package org.tongban.platform.time;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** The zone in which legal days begin and end: Asia/Shanghai, all over the country. */
public final class LegalZone {

    public static final ZoneId ID = ZoneId.of("Asia/Shanghai");

    private LegalZone() {}

    /** The legal day of an instant: {@code 2026-11-21T16:00:00Z} is already 2026-11-22. */
    public static LocalDate dateOf(Instant instant) {
        return LocalDate.ofInstant(instant, ID);
    }

    /** The first instant of a legal day. */
    public static Instant startOf(LocalDate day) {
        return day.atStartOfDay(ID).toInstant();
    }
}
