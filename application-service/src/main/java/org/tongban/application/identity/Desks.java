package org.tongban.application.identity;

import java.util.Set;

/** Which departments have somebody who examines their cases. */
@FunctionalInterface
public interface Desks {
    /**
     * Those of these departments that have nobody.
     *
     * @param division the GB/T 2260 code of where the cases are to be worked
     * @throws org.tongban.platform.problem.Busy when it cannot be known now
     */
    Set<String> without(String division, Set<String> departments);
}
