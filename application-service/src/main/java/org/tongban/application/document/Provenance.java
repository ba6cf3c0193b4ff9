package org.tongban.application.document;

import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;

/**
 * Where a document comes from.
 *
 * @param code the application whose case issued it
 * @param caseNo that case
 */
public record Provenance(
        Origin origin,
        @Nullable TrackingCode code,
        @Nullable Integer caseNo) {
    static final Provenance UPLOADED = new Provenance(Origin.UPLOADED, null, null);

    /** Who put it into the store. */
    public enum Origin {
        /** its owner */
        UPLOADED,
        /** the agency that granted a case */
        ISSUED
    }
}
