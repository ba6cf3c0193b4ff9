package org.tongban.tracking.scan;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The same scanId came with other content (409). */
final class ScanReused extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("scan-reused", 409, "扫码编号已用于其他内容", "The scanId was used for something else");

    ScanReused() {
        super(
                TYPE,
                "这个 scanId 已用于内容不同的扫码；新的扫码请使用新的编号。",
                "This scanId was used for a scan with other content; a new scan needs a new one.");
    }
}
