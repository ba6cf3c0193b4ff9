package org.tongban.catalog.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service hall.
 *
 * @param id null for halls known from public pages alone
 * @param division the code of the division it serves; null where unknown
 */
public record Hall(
        @Nullable String id, String name, @Nullable String division, List<Window> windows) {
    private static final String ANY = "*";

    /**
     * A window.
     *
     * @param id {@code W01}
     * @param departments whose items it takes; {@code *} is all
     */
    public record Window(String id, List<String> departments) {
        public Window {
            departments = List.copyOf(departments);
        }

        boolean takes(String department) {
            return departments.contains(department) || departments.contains(ANY);
        }
    }

    public Hall {
        windows = List.copyOf(windows);
    }

    public boolean isIn(String divisionCode) {
        return id != null && divisionCode.equals(division);
    }

    /** Its windows for this department, the department's own before those for everything. */
    public List<Window> windowsOf(String department) {
        return windows.stream()
                .filter(window -> window.takes(department))
                .sorted((one, other) -> Boolean.compare(
                        other.departments().contains(department),
                        one.departments().contains(department)))
                .toList();
    }
}
