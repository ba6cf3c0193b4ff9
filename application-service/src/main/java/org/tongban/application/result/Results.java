package org.tongban.application.result;

import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Case;
import org.tongban.application.intake.Result;
import org.tongban.application.intake.Verdict;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.crash.CrashPoints;
import org.tongban.platform.json.CanonicalJson;

/**
 * Puts what was granted into the owner's store, after the write that granted it and out of that write alone: at once,
 * and again by the sweeper if a crash came between.
 */
public final class Results {
    private static final Logger log = LoggerFactory.getLogger(Results.class);

    private final Applications applications;
    private final IssuedDocuments documents;
    private final Clock clock;

    public Results(Applications applications, IssuedDocuments documents, Clock clock) {
        this.applications = applications;
        this.documents = documents;
        this.clock = clock;
    }

    /** Safe to call any number of times; what goes wrong now is done by the sweeper. */
    public void issue(TrackingCode code) {
        try {
            applications.find(code).ifPresent(stored -> issue(stored.state()));
        } catch (RuntimeException e) {
            log.warn("the results of {} are not in their owner's store yet: {}", code, e.toString());
        }
    }

    /** @param since looks after what has waited for longer than this */
    public void sweep(Duration since) {
        applications.eachIssuingBefore(
                clock.instant().minus(since),
                code -> applications.find(code).ifPresent(stored -> issue(stored.state())));
    }

    private void issue(Application application) {
        if (application.issuing() == null) {
            return;
        }
        CrashPoints.reached("result.before-issue");
        List<Case> granting = application.granting();
        granting.forEach(each -> issue(application, each));
        CrashPoints.reached("result.after-issue");
        applications.change(application.code(), current -> current.issued(granting));
    }

    private void issue(Application application, Case granting) {
        Verdict verdict = granting.verdict().orElseThrow();
        for (Result result :
                Optional.ofNullable(granting.ending()).orElseThrow().results()) {
            documents.upsert(new IssuedDocument(
                    result.documentId(),
                    application.owner(),
                    result.kind(),
                    result.holder(),
                    content(application, granting, result, verdict),
                    verdict.at(),
                    verdict.validUntil(),
                    application.code(),
                    granting.no()));
        }
    }

    private static String content(Application application, Case granting, Result result, Verdict verdict) {
        Map<String, Object> content = new LinkedHashMap<>();
        content.put("kind", result.kind());
        content.put("number", verdict.number());
        content.put("issuer", application.division().name() + granting.matter().department());
        content.put("issuedAt", verdict.at());
        content.put("validUntil", verdict.validUntil());
        content.put("code", application.code());
        content.put("caseNo", granting.no());
        return CanonicalJson.text(content);
    }
}
