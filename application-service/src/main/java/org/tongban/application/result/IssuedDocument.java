package org.tongban.application.result;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;

/**
 * A grade A document: what an agency issued with a granted case.
 *
 * @param documentId 64 lower-case hex digits: the hash of code, case number and kind
 * @param owner the applicant's opaque id
 * @param kind {@code food-operation-licence}
 * @param holder whose document it is, {@code organisation}
 * @param content canonical JSON (RFC 8785) of kind, number, issuer, issuedAt, validUntil, code and caseNo
 * @param validUntil the last day it is valid; null without an end
 */
public record IssuedDocument(
        String documentId,
        String owner,
        String kind,
        String holder,
        String content,
        Instant issuedAt,
        @Nullable LocalDate validUntil,
        TrackingCode code,
        int caseNo) {}
