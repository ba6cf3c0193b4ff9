package org.tongban.catalog.lint;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;

/**
 * What the lint says about one guide.
 *
 * @param refusals why it cannot be taken at all; nothing else was looked at then
 * @param findings in the order of the checks
 * @param proof how it was shown that every answer path ends in one list; null when the guide is refused
 */
public record LintReport(
        List<Flag> refusals, List<Flag> findings, @Nullable PathProof proof) {
    public LintReport {
        refusals = List.copyOf(refusals);
        findings = List.copyOf(findings);
    }

    /** Whether an editor's draft of this content may be published. */
    public boolean isPublishable() {
        return errors() == 0;
    }

    /** Refusals and findings. */
    public List<Flag> all() {
        return Stream.concat(refusals.stream(), findings.stream()).toList();
    }

    public long errors() {
        return all().stream()
                .filter(finding -> finding.severity() == Severity.ERROR)
                .count();
    }

    public long warnings() {
        return all().size() - errors();
    }
}
