package org.tongban.platform.web;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** Our own bug (500): a trace id and nothing of the inside. */
final class OurFault extends Refusal {
    OurFault() {
        super(
                new ProblemType("our-fault", 500, "系统出错", "Our fault"),
                "系统出错，请凭编号联系我们；已经确认的内容不会丢失。",
                "Something went wrong on our side; tell us the trace id. Nothing acknowledged is lost.");
    }
}
