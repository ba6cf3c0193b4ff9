package org.tongban.identity.desk;

import org.tongban.platform.security.Divisions;

/**
 * Where a reviewer works.
 *
 * @param department as the items spell it, 市场监管
 * @param division the GB/T 2260 code they act for, with all below it
 */
record Desk(String department, String division) {
    boolean isFor(String place) {
        return Divisions.holds(division, place);
    }
}
