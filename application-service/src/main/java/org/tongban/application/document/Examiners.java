package org.tongban.application.document;

import java.util.Optional;
import java.util.Set;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Requirement;
import org.tongban.application.intake.Stage;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;

/**
 * Who may see what was handed in for a case: the reviewers of its department and division, from its receipt on, and the
 * counter where its paper originals are to come, until they have been there and gone back.
 */
final class Examiners {
    private static final Set<Stage> NOT_EXAMINED = Set.of(Stage.WAITING, Stage.WITHDRAWN, Stage.TERMINATED);

    private Examiners() {}

    /** Whether this reviewer examines it. */
    static boolean examines(Caller staff, Application application, Case each) {
        return staff.has(Role.REVIEWER)
                && each.matter().department().equals(staff.department())
                && staff.actsFor(application.division().code())
                && !NOT_EXAMINED.contains(each.stage());
    }

    /** Whether this counter expects its papers: their list sent people to this window, and one is not back yet. */
    static boolean expects(Caller staff, Application application, Case each) {
        return staff.has(Role.COUNTER)
                && each.matter().isTakenAt(staff.hall(), staff.window())
                && staff.actsFor(application.division().code())
                && !each.stage().isFinal()
                && application
                        .expected()
                        .filter(line -> line.isFor(each.matter().item()))
                        .map(Requirement::rid)
                        .anyMatch(rid -> application.piece(rid).custody() != Custody.RETURNED);
    }

    static boolean mayRead(Caller staff, Application application, Case each) {
        return examines(staff, application, each) || expects(staff, application, each);
    }

    /** As owners are told who looked: the department, or the counter's hall and window. */
    static String office(Caller staff, Application application, Case each) {
        return examines(staff, application, each)
                ? each.matter().department()
                : Optional.ofNullable(staff.hall()).orElse("") + " "
                        + Optional.ofNullable(staff.window()).orElse("");
    }
}
