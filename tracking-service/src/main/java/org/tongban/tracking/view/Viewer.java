package org.tongban.tracking.view;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Standing;

/**
 * How much of a timeline somebody sees.
 *
 * @param sight the kind of view
 * @param department whose cases a reviewer sees in full; null means all of them
 * @param scores whether the score given to a case is seen: by who gave it and by supervision, never by who handles cases
 */
public record Viewer(Sight sight, @Nullable String department, boolean scores) {
    /** From the least to the most. */
    public enum Sight {
        PUBLIC,
        STAFF,
        OWNER
    }

    public static final Viewer ANYBODY = new Viewer(Sight.PUBLIC, null, false);

    /** A clerk, who sees the whole of it but for what people thought of it. */
    public static final Viewer COUNTER = new Viewer(Sight.STAFF, null, false);

    /** The owner by id, staff by division and department, everybody else the masked view. */
    public static Viewer of(Caller caller, Standing standing) {
        if (caller.id().equals(standing.owner())) {
            return new Viewer(Sight.OWNER, null, true);
        }
        String division = standing.division();
        if (division == null || !caller.actsFor(division)) {
            return ANYBODY;
        }
        if (caller.has(Role.COUNTER) || caller.has(Role.SUPERVISOR) || caller.has(Role.ADMIN)) {
            boolean handlesCases = caller.has(Role.COUNTER) || caller.has(Role.REVIEWER);
            return new Viewer(Sight.STAFF, null, caller.has(Role.SUPERVISOR) && !handlesCases);
        }
        String department = caller.department();
        boolean theirs = caller.has(Role.REVIEWER)
                && standing.cases().stream().anyMatch(each -> each.department().equals(department));
        return theirs ? new Viewer(Sight.STAFF, department, false) : ANYBODY;
    }

    public boolean isPublic() {
        return sight == Sight.PUBLIC;
    }

    /** Whether the whole of an entry may be seen, or only what the public sees of it. */
    boolean seesFully(@Nullable Integer caseNo, Standing standing) {
        if (isPublic() || department == null || caseNo == null) {
            return !isPublic();
        }
        Optional<CaseStanding> about = standing.caseNo(caseNo);
        return about.map(each -> each.department().equals(department)).orElse(false);
    }
}
