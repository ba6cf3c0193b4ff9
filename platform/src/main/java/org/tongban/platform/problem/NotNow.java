package org.tongban.platform.problem;

/** The thing is not in a state in which this can be done (409). */
public final class NotNow extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("wrong-stage", 409, "当前状态不能这样做", "Not possible in this state");

    public NotNow(String zh, String en) {
        super(TYPE, zh, en);
    }
}
