package org.tongban.application.clock;

/** The legal clock as it is by default, for the tests of other rooms. */
public final class LegalClocks {
    private LegalClocks() {}

    public static LegalClock usual() {
        return new LegalClock(HolidayNotices.calendar(), LightRule.USUAL);
    }
}
