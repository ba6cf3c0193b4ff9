package org.tongban.application.identity;

import java.util.Optional;

/** Who heads a department. */
@FunctionalInterface
public interface Heads {
    /**
     * The opaque id of that head.
     *
     * @param division the GB/T 2260 code of where the case is worked
     * @param who a user name or an opaque id
     * @return empty when it is nobody who heads that department there
     * @throws org.tongban.platform.problem.Busy when it cannot be known now
     */
    Optional<String> find(String division, String department, String who);
}
