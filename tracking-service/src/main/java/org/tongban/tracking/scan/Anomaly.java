package org.tongban.tracking.scan;

/** What is odd about a scan; it is recorded all the same, since it is a fact. */
enum Anomaly {
    /** the hall lies in another division than the matter */
    OTHER_DIVISION,
    /** nobody knows this window of this hall */
    UNKNOWN_WINDOW,
    /** it claims to have happened more than five minutes from now */
    AHEAD_OF_TIME,
    /** a result was handed out or posted, and no case has one to deliver */
    NOTHING_TO_DELIVER,
    /** originals were received though every case had ended */
    ALL_CASES_ENDED
}
