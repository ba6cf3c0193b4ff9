package org.tongban.platform.person;

/** Says why a text is no such number; the text itself is not repeated, since it may be nearly somebody's own. */
public final class InvalidIdentifier extends IllegalArgumentException {

    /** What does not fit. */
    public enum Reason {
        SHAPE("does not have this shape"),
        DATE("holds no day of the calendar"),
        CHECK_CHARACTER("has another check character; it is probably mistyped");

        private final String sentence;

        Reason(String sentence) {
            this.sentence = sentence;
        }
    }

    private final Reason reason;

    InvalidIdentifier(String kind, Reason reason) {
        super("this " + kind + " " + reason.sentence);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
