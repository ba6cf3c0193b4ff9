package org.tongban.application.review;

import org.tongban.application.intake.Application;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Change;

/** What a staff member wants to do at their turn; may be asked several times. */
interface StaffStep {
    Change<Application> take(Turn turn);
}
