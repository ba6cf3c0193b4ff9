package org.tongban.application.intake;

/** Why a scan does not fit what went before it; the scan itself stays recorded. */
public enum ScanDispute {
    /** the piece is not one that was to come */
    NOT_EXPECTED,
    /** received while it was here already */
    HELD_ALREADY,
    /** verified, handed over or given back while it was not here */
    NOT_HELD,
    /** done at a counter of another division, to which nobody had handed the piece over */
    OTHER_DIVISION
}
