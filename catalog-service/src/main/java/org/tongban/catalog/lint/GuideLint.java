package org.tongban.catalog.lint;

import java.util.List;
import java.util.function.Predicate;
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
    private final Predicate<String> isKnown;

    /** Looks for one thing and tells where it is found. */
    interface Check {
        void check(Guide guide, Findings findings);
    }

    /**
     * Knows what is known at this moment.
     *
     * @param reference the divisions and document kinds
     * @param isKnown whether there is an item of that id
     */
    public GuideLint(Reference reference, Predicate<String> isKnown) {
        this.reference = reference;
        this.isKnown = isKnown;
    }

    /** Never throws for what is in the guide, whatever it is. */
    public LintReport lint(JsonNode gsi) {
        Findings findings = new Findings();
        Admittance.check(gsi, findings);
        if (findings.refuses()) {
            return new LintReport(findings.refusals(), List.of(), null);
        }
        Guide guide = Guide.of(gsi, reference, isKnown);
        CHECKS.forEach(check -> check.check(guide, findings));
        PathProof proof = new PathCheck(guide, findings).prove();
        return new LintReport(List.of(), findings.flags(), proof);
    }
}
