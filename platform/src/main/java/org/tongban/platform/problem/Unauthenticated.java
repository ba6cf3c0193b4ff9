package org.tongban.platform.problem;

/** No token, or one that does not verify (401). */
public final class Unauthenticated extends Refusal {
    private static final ProblemType TYPE = new ProblemType("unauthenticated", 401, "需要登录", "Sign in first");

    public Unauthenticated() {
        super(TYPE, "请先登录：没有有效的访问令牌。", "Sign in first: there is no valid access token.");
    }
}
