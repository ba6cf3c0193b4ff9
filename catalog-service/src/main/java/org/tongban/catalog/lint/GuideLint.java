package org.tongban.catalog.lint;

import java.util.List;
import org.tongban.catalog.reference.Reference;
import tools.jackson.databind.JsonNode;

/** Looks one gsi-1 guide over: what is missing, unknown, contradictory or does not fit, and whether its paths all end well. */
public final class GuideLint {
    /** The whole guide's checks, in the order in which findings are shown. */
    private static final List<Check> CHECKS = List.of(
            new ShapeCheck(),
            new PlaceCheck(),
            new TypeCheck(),
            new BasisCheck(),
            new CodeCheck(),
            new LimitCheck(),
            new FeeCheck(),
            new TextCheck(),
            new QuestionCheck(),
            new LineCheck(),
            new PaperCheck());

    private final Reference reference;

    /** Looks for one thing and tells where it is found. */
    interface Check {
        void check(Guide guide, Findings findings);
    }

    /** @param reference the divisions and document kinds that are known */
    public GuideLint(Reference reference) {
        this.reference = reference;
    }

    /** Never throws for what is in the guide, whatever it is. */
    public LintReport lint(JsonNode gsi) {
        Findings findings = new Findings();
        Admittance.check(gsi, findings);
        if (!findings.refusals().isEmpty()) {
            return new LintReport(findings.refusals(), List.of(), null);
        }
        Guide guide = Guide.of(gsi, reference);
        CHECKS.forEach(check -> check.check(guide, findings));
        PathProof proof = new PathCheck(guide, findings).prove();
        return new LintReport(List.of(), findings.flags(), proof);
    }
}
