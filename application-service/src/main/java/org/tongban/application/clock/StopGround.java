package org.tongban.application.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tongban.platform.time.LegalZone;

/**
 * Why a clock may be stopped, and for how long at most it may be announced.
 *
 * @param most the longest stop that may be announced for it
 */
public record StopGround(String name, Term most) {
    private static final String HEARING = "听证";

    /** 行政许可法 45: what is not counted, beside the hearing. */
    private static final Set<String> BY_LAW = Set.of("招标", "拍卖", "检验", "检测", "检疫", "鉴定", "专家评审");

    /** Five days to ask for a hearing and twenty to hold it (行政许可法 47). */
    private static final Term HEARING_AT_MOST = new Term(25, Unit.WORKING_DAY);

    /**
     * The law sets no length for the others. The longest time that it knows for a whole licence is 45 and 15 working days
     * (行政许可法 42(2)); no step on the way to one is announced to take longer.
     */
    private static final Term OTHERS_AT_MOST = new Term(60, Unit.WORKING_DAY);

    /** @param procedures those the item itself names; one with a length of its own lasts no longer */
    public static Optional<StopGround> of(String name, List<Procedure> procedures) {
        Optional<Procedure> own =
                procedures.stream().filter(each -> each.name().equals(name)).findFirst();
        if (own.isEmpty() && !name.equals(HEARING) && !BY_LAW.contains(name)) {
            return Optional.empty();
        }
        Term usual = name.equals(HEARING) ? HEARING_AT_MOST : OTHERS_AT_MOST;
        return Optional.of(new StopGround(
                name, own.flatMap(each -> Optional.ofNullable(each.length())).orElse(usual)));
    }

    /** Whether a stop that begins now may be announced to last so long. */
    public boolean allows(Term announced, Instant from, WorkingCalendar calendar) {
        return !end(announced, from, calendar).isAfter(end(most, from, calendar));
    }

    private static LocalDate end(Term term, Instant from, WorkingCalendar calendar) {
        Limit length = new Limit(term, null, null);
        LocalDate end = StatutoryClock.started(from, length, null)
                .deadlines(calendar, LightRule.USUAL)
                .statutory();
        return end == null ? LegalZone.dateOf(from) : end;
    }
}
