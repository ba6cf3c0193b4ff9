package org.tongban.catalog.hall;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service hall.
 *
 * @param id null for halls known from public pages alone
 * @param division the code of the division it serves; null where unknown
 * @param hours {@code 09:00-12:00}; empty where unknown
 */
public record Hall(
        @Nullable String id, String name, @Nullable String division, List<String> hours, List<Window> windows) {
    private static final String ANY = "*";

    /**
     * A window.
     *
     * @param id {@code W01}
     * @param name what is written above it; null where it has its id alone
     * @param departments whose items it takes; {@code *} is all
     */
    public record Window(String id, @Nullable String name, List<String> departments) {
        public Window {
            departments = List.copyOf(departments);
        }

        public boolean takes(String department) {
            return departments.contains(department) || departments.contains(ANY);
        }
    }

    public Hall {
        hours = List.copyOf(hours);
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
