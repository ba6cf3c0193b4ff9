package org.tongban.tracking.scan;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The timeline holds as many entries as scans may fill it to (409); what the application tells still comes onto it. */
final class TimelineFull extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("timeline-full", 409, "该编码的记录已满", "The timeline of this code is full");

    TimelineFull(int entries) {
        super(
                TYPE,
                "这个编码已有 " + entries + " 条记录，不再接收扫码；请先查明为何反复扫码，再与系统管理员联系。",
                "This code has " + entries
                        + " entries and takes no more scans; find out why it is scanned so often, then ask"
                        + " the administrator.");
        with("entries", entries);
    }
}
