package org.tongban.platform.web;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The body is larger than this path takes (413). */
public final class BodyTooLarge extends Refusal {
    private static final ProblemType TYPE = new ProblemType("body-too-large", 413, "内容过大", "Too large");

    /** @param limit in bytes */
    public BodyTooLarge(long limit) {
        super(
                TYPE,
                "内容超过上限 " + limit + " 字节，请缩小或分次提交。",
                "The body is larger than " + limit + " bytes; make it smaller or send it in parts.");
    }
}
