package org.tongban.application.intake;

/** Where a paper original is: still with the applicant, with us, or back. */
public enum Custody {
    EXPECTED,
    HELD,
    RETURNED
}
