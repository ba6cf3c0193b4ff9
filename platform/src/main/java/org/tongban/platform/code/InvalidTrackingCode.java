package org.tongban.platform.code;

/** Says why a text is no tracking code; the text itself is not repeated, since it may be anything. */
public final class InvalidTrackingCode extends IllegalArgumentException {

    /** What does not fit: people who mistyped a character are helped otherwise than those who sent something else. */
    public enum Reason {
        SHAPE,
        CHECK_CHARACTER
    }

    private final Reason reason;

    private InvalidTrackingCode(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    static InvalidTrackingCode shape() {
        return new InvalidTrackingCode(
                Reason.SHAPE,
                "a tracking code has " + TrackingCode.LENGTH + " characters out of " + Crockford.ALPHABET);
    }

    static InvalidTrackingCode checkCharacter() {
        return new InvalidTrackingCode(
                Reason.CHECK_CHARACTER,
                "the check character of this tracking code does not fit; it is probably mistyped");
    }

    public Reason reason() {
        return reason;
    }
}
