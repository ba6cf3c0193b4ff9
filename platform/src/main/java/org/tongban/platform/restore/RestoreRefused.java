package org.tongban.platform.restore;

/** Why a database cannot be restored, or must be before the service may serve; one sentence for the person at night. */
public final class RestoreRefused extends RuntimeException {
    public RestoreRefused(String sentence) {
        super(sentence);
    }

    public RestoreRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
