package org.tongban.catalog.document;

/**
 * Which papers a guide's line means, and how that was found out.
 *
 * @param reading with the confidence one may have in it
 */
public record Match(Reading reading, By by) {

    /** How a line was matched, the surest first. */
    public enum By {
        /** somebody has read this very line */
        READ,
        /** it is called as the kind is */
        NAME,
        /** it is called by one of the kind's aliases */
        ALIAS,
        /** its wording says that it is a form, made for this line only */
        RULE
    }
}
