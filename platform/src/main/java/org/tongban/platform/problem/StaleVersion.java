package org.tongban.platform.problem;

/** The caller looked at an older version than the stored one (412). */
public final class StaleVersion extends Refusal {
    private static final ProblemType TYPE = new ProblemType("stale-version", 412, "内容已被更改", "It has changed since");

    public StaleVersion(String current) {
        super(
                TYPE,
                "内容已被更改，请刷新后再试。当前版本：" + current,
                "It has changed since you read it; read it again. Current version: " + current);
    }
}
