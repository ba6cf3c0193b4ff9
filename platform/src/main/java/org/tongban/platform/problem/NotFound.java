package org.tongban.platform.problem;

/** There is no such thing, or this caller may not see it (404). */
public final class NotFound extends Refusal {
    private static final ProblemType TYPE = new ProblemType("not-found", 404, "没有找到", "Not found");

    public NotFound(String zh, String en) {
        super(TYPE, zh, en);
    }

    public NotFound(Said said) {
        this(said.zh(), said.en());
    }

    public NotFound() {
        this("没有这项内容，或者您无权查看。", "There is no such thing, or you may not see it.");
    }
}
