package org.tongban.application.clock;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.time.LegalZone;

/**
 * The running limit of an accepted case: where it began, what stopped it, and whether it was extended.
 *
 * @param start the acceptance; its day is not counted
 * @param statutory the limit the law sets; null where none does
 * @param promised the shorter one that was promised; null where nothing was
 * @param stops in the order of time; only the last may still last
 * @param extension added once to both; null until then
 */
public record StatutoryClock(
        Instant start,
        @Nullable Limit statutory,
        @Nullable Limit promised,
        List<Stop> stops,
        @Nullable Term extension) {
    private static final String LICENSING = "行政许可法";

    public StatutoryClock {
        stops = List.copyOf(stops);
    }

    public static StatutoryClock started(Instant start, @Nullable Limit statutory, @Nullable Limit promised) {
        return new StatutoryClock(start, statutory, promised, List.of(), null);
    }

    public StatutoryClock stopped(LocalDate day, String ground, Term announced) {
        List<Stop> more = new ArrayList<>(stops);
        more.add(new Stop(day, null, ground, announced));
        return new StatutoryClock(start, statutory, promised, more, extension);
    }

    /** @throws IllegalStateException when nothing is stopped */
    public StatutoryClock resumed(LocalDate day) {
        if (!isStopped()) {
            throw new IllegalStateException("the clock runs");
        }
        List<Stop> ended = new ArrayList<>(stops);
        ended.set(stops.size() - 1, stops.get(stops.size() - 1).endedOn(day));
        return new StatutoryClock(start, statutory, promised, ended, extension);
    }

    public StatutoryClock extended(Term by) {
        return new StatutoryClock(start, statutory, promised, stops, by);
    }

    public boolean isStopped() {
        return !stops.isEmpty() && stops.get(stops.size() - 1).to() == null;
    }

    /** The stop that still lasts. */
    public Optional<Stop> lasting() {
        return isStopped() ? Optional.of(stops.get(stops.size() - 1)) : Optional.empty();
    }

    /** Whether there is a limit at all. */
    public boolean isLimited() {
        return statutory != null || promised != null;
    }

    /** The dates as the stops so far make them; an open stop counts from the day it ends. */
    public Deadlines deadlines(WorkingCalendar calendar, LightRule rule) {
        LocalDate byLaw = statutory == null ? null : due(statutory, calendar);
        LocalDate byPromise = promised == null ? null : due(promised, calendar);
        LocalDate last = Stream.of(byLaw, byPromise)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(startDay());
        LocalDate first = Stream.of(byLaw, byPromise)
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .orElse(null);
        return new Deadlines(
                byLaw,
                byPromise,
                calendar.isProvisional(startDay(), last),
                first == null ? null : rule.yellowOn(startDay(), first, worked(calendar)),
                first == null ? null : first.plusDays(1));
    }

    private LocalDate startDay() {
        return LegalZone.dateOf(start);
    }

    private LocalDate due(Limit limit, WorkingCalendar calendar) {
        LocalDate due = end(startDay(), limit.counted(), limit.basis(), calendar);
        return extension == null ? due : end(due, extension, limit.basis(), calendar);
    }

    private LocalDate end(LocalDate from, Term term, @Nullable String basis, WorkingCalendar calendar) {
        return switch (term.unit()) {
            case WORKING_DAY -> WorkingCalendar.walk(from, term.n(), worked(calendar));
            case DAY ->
                basis != null && basis.contains(LICENSING)
                        ? WorkingCalendar.walk(from, term.n(), worked(calendar))
                        : natural(from, from.plusDays(term.n()), calendar);
            case NATURAL_DAY -> natural(from, from.plusDays(term.n()), calendar);
            case MONTH -> natural(from, from.plusMonths(term.n()), calendar);
            case YEAR -> natural(from, from.plusYears(term.n()), calendar);
            case HOUR -> natural(from, from.plusDays(daysOf(term.n())), calendar);
            case ON_THE_SPOT, AT_ONCE, SAME_DAY -> whenItRunsAgain(from);
        };
    }

    /** How many midnights lie within so many hours from the start (民法典 201). */
    private long daysOf(int hours) {
        return LegalZone.dateOf(start.plusSeconds(3600L * hours)).toEpochDay()
                - startDay().toEpochDay();
    }

    private LocalDate natural(LocalDate from, LocalDate to, WorkingCalendar calendar) {
        return calendar.rolled(WorkingCalendar.walk(from, to.toEpochDay() - from.toEpochDay(), this::runs));
    }

    private Predicate<LocalDate> worked(WorkingCalendar calendar) {
        return day -> runs(day) && calendar.isWorkingDay(day);
    }

    private boolean runs(LocalDate day) {
        return closedStops().noneMatch(stop -> stop.covers(day));
    }

    /** What is due on the day it began falls due when a stop of that day ends. */
    private LocalDate whenItRunsAgain(LocalDate day) {
        return closedStops()
                .filter(stop -> stop.from().equals(day))
                .map(Stop::to)
                .flatMap(Stream::ofNullable)
                .max(LocalDate::compareTo)
                .orElse(day);
    }

    private Stream<Stop> closedStops() {
        return stops.stream().filter(stop -> stop.to() != null);
    }
}
