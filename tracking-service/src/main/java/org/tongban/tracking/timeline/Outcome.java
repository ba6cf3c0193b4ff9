package org.tongban.tracking.timeline;

/** What a decision says. */
public enum Outcome {
    GRANTED,
    REFUSED
}
