package org.tongban.tracking.timeline;

import java.util.ArrayList;
import java.util.List;

/**
 * Which of a source's numbers are on a timeline: all up to the last but for the gaps.
 *
 * @param last the highest one, 0 for none
 * @param gaps what is missing below it, ascending
 */
record SourceNumbers(long last, List<Gap> gaps) {
    static final SourceNumbers NONE = new SourceNumbers(0, List.of());

    /** Numbers that are not there, both ends included. */
    record Gap(long from, long to) {
        boolean holds(long number) {
            return from <= number && number <= to;
        }

        private List<Gap> without(long number) {
            if (!holds(number)) {
                return List.of(this);
            }
            List<Gap> rest = new ArrayList<>();
            if (from < number) {
                rest.add(new Gap(from, number - 1));
            }
            if (number < to) {
                rest.add(new Gap(number + 1, to));
            }
            return rest;
        }
    }

    SourceNumbers {
        gaps = List.copyOf(gaps);
    }

    boolean holds(long number) {
        return number >= 1 && number <= last && gaps.stream().noneMatch(gap -> gap.holds(number));
    }

    SourceNumbers with(long number) {
        if (number <= last) {
            return new SourceNumbers(
                    last,
                    gaps.stream().flatMap(gap -> gap.without(number).stream()).toList());
        }
        if (number == last + 1) {
            return new SourceNumbers(number, gaps);
        }
        List<Gap> more = new ArrayList<>(gaps);
        more.add(new Gap(last + 1, number - 1));
        return new SourceNumbers(number, more);
    }
}
