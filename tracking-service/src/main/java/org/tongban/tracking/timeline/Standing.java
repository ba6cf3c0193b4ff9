package org.tongban.tracking.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a matter stands: what follows from the entries of its timeline, kept so that looks need not fold them.
 *
 * @param owner the applicant's opaque id, null until the submission is heard
 * @param division where it was submitted, GB/T 2260
 * @param expected what is to be brought to a counter
 * @param lights by case number, the light last told where it is not green
 * @param ratings by case number, the score given
 */
public record Standing(
        @Nullable String owner,
        @Nullable String division,
        @Nullable Instant submittedAt,
        List<CaseStanding> cases,
        List<ExpectedPaper> expected,
        Map<String, Light> lights,
        Map<String, Integer> ratings) {
    static final Standing UNKNOWN = new Standing(null, null, null, List.of(), List.of(), Map.of(), Map.of());

    public Standing {
        cases = cases == null ? List.of() : List.copyOf(cases);
        expected = expected == null ? List.of() : List.copyOf(expected);
        lights = lights == null ? Map.of() : Map.copyOf(lights);
        ratings = ratings == null ? Map.of() : Map.copyOf(ratings);
    }

    public PublicStatus status() {
        return PublicStatus.ofAll(cases.stream().map(CaseStanding::status).toList());
    }

    public Optional<CaseStanding> caseNo(int caseNo) {
        return cases.stream().filter(each -> each.caseNo() == caseNo).findFirst();
    }

    public Light toldLight(int caseNo) {
        return lights.getOrDefault(Integer.toString(caseNo), Light.GREEN);
    }

    public Optional<Integer> rating(int caseNo) {
        return Optional.ofNullable(ratings.get(Integer.toString(caseNo)));
    }

    /** The first day on which some case's light is to be told anew, seen from that day; null when there is none. */
    @Nullable
    LocalDate lightsDue(LocalDate today) {
        return cases.stream()
                .map(each -> lightDue(each, today))
                .flatMap(Optional::stream)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    private Optional<LocalDate> lightDue(CaseStanding each, LocalDate today) {
        Light shown = each.light(today);
        if (shown == null) {
            return Optional.empty();
        }
        if (shown != toldLight(each.caseNo())) {
            return Optional.of(today);
        }
        return each.stoppedOn() != null
                ? Optional.empty()
                : Stream.of(each.yellowOn(), each.redOn())
                        .filter(day -> day != null && day.isAfter(today))
                        .min(LocalDate::compareTo);
    }
}
