package org.tongban.application.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.application.clock.Limits;
import org.tongban.application.clock.Procedure;

/**
 * One item of the frozen list, as far as its case needs it.
 *
 * @param item the item's id, {@code mr-food-operation-new}
 * @param version the published version the list rests on
 * @param kind GB/T 39046 table A.1, {@code 01} for 行政许可; null where not stated
 * @param caseType 即办件 or 承诺件; null where not stated
 * @param after the items of this list it waits for
 * @param result the result's name; null where not stated
 * @param windows the windows that take it, as the list named them; null in applications of before they were kept
 * @param procedures those whose time is not counted; a document written before they were kept has none
 */
public record Matter(
        String item,
        int version,
        String name,
        String department,
        @Nullable String kind,
        @Nullable String caseType,
        List<String> after,
        Limits limits,
        @Nullable String result,
        List<ResultKind> resultKinds,
        @Nullable List<Window> windows,
        List<Procedure> procedures) {
    private static final String LICENCE = "01";

    public Matter {
        after = List.copyOf(after);
        resultKinds = List.copyOf(resultKinds);
        windows = windows == null ? null : List.copyOf(windows);
        procedures = procedures == null ? List.of() : List.copyOf(procedures);
    }

    /** A window of a hall: {@code 511602-01}, {@code W03}. */
    public record Window(String hall, String window) {}

    /** Whether it is a 行政许可, so that the law on licences speaks of it. */
    boolean isLicence() {
        return LICENCE.equals(kind);
    }

    /** Whether people are sent to that window with it. */
    public boolean isTakenAt(@Nullable String hall, @Nullable String window) {
        return windows != null && hall != null && window != null && windows.contains(new Window(hall, window));
    }
}
