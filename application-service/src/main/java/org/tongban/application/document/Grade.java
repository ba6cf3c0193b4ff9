package org.tongban.application.document;

/** How far a document can be trusted (国办函〔2016〕108号), best first. */
public enum Grade {
    /** issued by the agency itself: an electronic licence, shared data */
    A,
    /** its original was seen and verified once by counter staff */
    B,
    /** uploaded by the applicant; the original may be asked for at the counter */
    C,
    /** declared by the applicant */
    D
}
