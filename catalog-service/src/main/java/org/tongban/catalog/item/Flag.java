package org.tongban.catalog.item;

/**
 * Something found in a guide: stored as it came, and said.
 *
 * @param code {@code limit-missing}
 * @param severity what it would do to an editor's draft
 * @param pointer where in the gsi-1 form (RFC 6901)
 * @param zh the sentence in Chinese
 * @param en the sentence in English
 */
public record Flag(String code, Severity severity, String pointer, String zh, String en) {
    /** Flags that were stored without a severity are warnings until the item comes in again. */
    public Flag {
        severity = severity == null ? Severity.WARNING : severity;
    }
}
