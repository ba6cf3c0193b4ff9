package org.tongban.platform.web;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The body did not arrive in its time (408). */
final class BodyTooSlow extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("request-too-slow", 408, "请求发送超时", "The request came too slowly");

    BodyTooSlow() {
        super(
                TYPE,
                "请求内容没有及时送达，请检查网络后重新发送；本次请求没有执行。",
                "The body of the request did not arrive in time; check the connection and send it again. "
                        + "It was not carried out.");
    }
}
