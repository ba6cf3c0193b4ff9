package org.tongban.application.review;

import org.tongban.application.identity.Heads;
import org.tongban.application.intake.Turn;
import org.tongban.platform.problem.NotAllowed;

/** Who approves that a limit is extended: the head of the administrative organ (行政许可法 42(1)), who is a real person. */
final class Approval {
    private static final int LONGEST_NAME = 255;

    private final Heads heads;

    Approval(Heads heads) {
        this.heads = heads;
    }

    /**
     * The opaque id of the head.
     *
     * @param named by user name or opaque id
     * @throws NotAllowed when it is nobody who heads the case's department in its division
     * @throws org.tongban.platform.problem.Busy when it cannot be known now
     */
    String head(Turn turn, String named) {
        String who = named.strip();
        String division = turn.application().division().code();
        String department = turn.subject().matter().department();
        return who.length() > LONGEST_NAME
                ? nobody(department)
                : heads.find(division, department, who).orElseGet(() -> nobody(department));
    }

    private static String nobody(String department) {
        throw new NotAllowed(
                "/approver",
                "延期须经本机关负责人批准：approver 应为“" + department + "”在本区划的负责人的用户名。",
                "An extension is approved by a head of the department " + department
                        + " who acts for this division; approver is that head's user name.");
    }
}
