package org.tongban.platform.restore;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says the one sentence instead of a stack trace. */
final class RestoreRefusedAnalyzer extends AbstractFailureAnalyzer<RestoreRefused> {
    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, RestoreRefused cause) {
        return new FailureAnalysis(String.valueOf(cause.getMessage()), null, cause);
    }
}
