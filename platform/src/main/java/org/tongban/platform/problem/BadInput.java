package org.tongban.platform.problem;

/** What came in cannot be read: no JSON, an unknown field, a wrong type or enum value (400). */
public final class BadInput extends Refusal {
    private static final ProblemType TYPE = new ProblemType("bad-input", 400, "请求内容无法读取", "The request cannot be read");

    public BadInput(String pointer, String zh, String en) {
        super(TYPE, zh, en);
        at(pointer, zh, en);
    }
}
