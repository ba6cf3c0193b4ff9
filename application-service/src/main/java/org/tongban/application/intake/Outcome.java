package org.tongban.application.intake;

/** What a decision says. */
public enum Outcome {
    GRANTED,
    REFUSED
}
