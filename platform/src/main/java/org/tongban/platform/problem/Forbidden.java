package org.tongban.platform.problem;

/** A role that may never do this (403). */
public final class Forbidden extends Refusal {
    private static final ProblemType TYPE = new ProblemType("forbidden", 403, "没有权限", "Forbidden");

    public Forbidden() {
        super(TYPE, "您的身份不能使用此功能。", "Your role may not do this.");
    }
}
