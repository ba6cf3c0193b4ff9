package org.tongban.application.clock;

import java.time.Instant;
import java.time.LocalDate;
import org.tongban.platform.time.LegalZone;

/** How this place counts: its calendar and its rule for lights. */
public record LegalClock(WorkingCalendar calendar, LightRule lights) {
    private static final int ANSWER_WITHIN = 5;
    private static final int DELIVER_WITHIN = 10;
    private static final int CORRECT_WITHIN = 10;

    /** The last day on which an answer to an application is in time (行政许可法 32(4)). */
    public LocalDate answerBy(Instant received) {
        return calendar.plusWorkingDays(LegalZone.dateOf(received), ANSWER_WITHIN);
    }

    /**
     * The last day for answering a correction notice. 行政许可法 sets none; 行政复议法 31 and 88 give ten working days to the
     * same kind of notice.
     */
    public LocalDate correctBy(Instant noticed) {
        return calendar.plusWorkingDays(LegalZone.dateOf(noticed), CORRECT_WITHIN);
    }

    /** The last day for handing over what was decided (行政许可法 44). */
    public LocalDate deliverBy(Instant decided) {
        return calendar.plusWorkingDays(LegalZone.dateOf(decided), DELIVER_WITHIN);
    }

    public Deadlines deadlines(StatutoryClock clock) {
        return clock.deadlines(calendar, lights);
    }
}
