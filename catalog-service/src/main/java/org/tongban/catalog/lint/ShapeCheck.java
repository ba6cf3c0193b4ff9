package org.tongban.catalog.lint;

import java.util.Set;
import org.tongban.catalog.guide.Pointer;
import tools.jackson.databind.JsonNode;

/** The fields of the form itself, and where what it says was found. */
final class ShapeCheck implements GuideLint.Check {
    private static final Set<String> FIELDS = Set.of(
            "schema",
            "id",
            "name",
            "department",
            "scope",
            "overrides",
            "kind",
            "codes",
            "division",
            "implementingBody",
            "exerciseLevels",
            "applicants",
            "caseType",
            "legalBasis",
            "conditions",
            "applyWithin",
            "situations",
            "materials",
            "limits",
            "specialProcedures",
            "fee",
            "result",
            "steps",
            "delivery",
            "visits",
            "channels",
            "place",
            "bundles",
            "notes",
            "evidence",
            "source");

    @Override
    public void check(Guide guide, Findings findings) {
        JsonNode gsi = guide.fields().node();
        Shape.unknown(gsi, FIELDS, "", findings);
        stated(
                gsi,
                Rule.EVIDENCE_MISSING,
                "evidence",
                "没有注明各项内容的依据来源。",
                "Nothing says where its facts were found.",
                findings);
        stated(gsi, Rule.SOURCE_MISSING, "source", "没有注明资料来源。", "There is no source.", findings);
    }

    private static void stated(JsonNode gsi, Rule rule, String field, String zh, String en, Findings findings) {
        JsonNode value = gsi.get(field);
        if (value == null || value.isEmpty()) {
            findings.add(rule, Pointer.of(field), zh, en);
        }
    }
}
