package org.tongban.catalog.lint;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;
import tools.jackson.databind.JsonNode;

/** The lint's report over the real guides as a page of the docs. */
final class LintPage {
    private static final String HEAD = """
            # What GuideLint says about the real guides

            Written by `%s`; do not edit it by hand. It covers every guide of `deploy/data/items`.

            **%d of %d guides are publishable as an editor's draft**: nothing in them is an error. The others were published all the
            same, because imports publish with their flags; each flag is shown by `GET /api/catalog/flags`, `GET
            /api/catalog/items/{id}` and `GET /api/catalog/items/{id}/lint`. A field that is absent was not found in the guide's
            sources; it does not mean "no".

            **Answer paths**: %d paths of %d guides were walked one by one (ENUMERATED), %d guides were judged by holding every two
            lines, fees and modes against each other (PAIRWISE); nothing was sampled. Every path ends in exactly one list in %d of
            %d guides; in %d of these the answers do not decide yet which of several fees is charged (`fee-undecided`).

            """;

    private final Map<String, JsonNode> guides;
    private final Map<String, LintReport> reports = new LinkedHashMap<>();

    LintPage(Map<String, JsonNode> guides, GuideLint lint) {
        this.guides = guides;
        guides.forEach((id, guide) -> reports.put(id, lint.lint(guide)));
    }

    String text(String command) {
        StringBuilder page = new StringBuilder();
        long publishable =
                reports.values().stream().filter(LintReport::isPublishable).count();
        List<PathProof> walked = proofs(PathProof.Method.ENUMERATED);
        page.append(HEAD.formatted(
                command,
                publishable,
                reports.size(),
                walked.stream()
                        .mapToInt(proof -> proof.paths() == null ? 0 : proof.paths())
                        .sum(),
                walked.size(),
                proofs(PathProof.Method.PAIRWISE).size(),
                reports.values().stream()
                        .filter(report -> report.all().stream().noneMatch(LintPage::spoilsAPath))
                        .count(),
                reports.size(),
                reports.values().stream()
                        .filter(report -> report.all().stream().anyMatch(flag -> is(flag, Rule.FEE_UNDECIDED)))
                        .count()));
        rules(page);
        guides(page, "Publishable", true);
        guides(page, "What is wrong with the rest", false);
        return page.toString();
    }

    private static boolean spoilsAPath(Flag flag) {
        return Set.of(Rule.MODE_UNDECIDED, Rule.PATHS_UNPROVED, Rule.DUPLICATE_LINE, Rule.CONDITION_UNKNOWN)
                        .contains(Rule.of(flag.code()))
                || Rule.of(flag.code()).severity() == null;
    }

    private List<PathProof> proofs(PathProof.Method method) {
        List<PathProof> proofs = new ArrayList<>();
        for (LintReport report : reports.values()) {
            PathProof proof = report.proof();
            if (proof != null && proof.method() == method) {
                proofs.add(proof);
            }
        }
        return proofs;
    }

    private void rules(StringBuilder page) {
        page.append("## Findings by rule\n\n| finding | severity | guides | places |\n|---|---|---:|---:|\n");
        for (Rule rule : Rule.values()) {
            List<LintReport> with = reports.values().stream()
                    .filter(report -> report.findings().stream().anyMatch(flag -> is(flag, rule)))
                    .toList();
            if (rule.severity() != null) {
                long places = with.stream()
                        .flatMap(report -> report.findings().stream())
                        .filter(flag -> is(flag, rule))
                        .count();
                page.append("| `%s` | %s | %d | %d |\n".formatted(rule.code(), rule.severity(), with.size(), places));
            }
        }
    }

    private static boolean is(Flag flag, Rule rule) {
        return flag.code().equals(rule.code());
    }

    private void guides(StringBuilder page, String title, boolean publishable) {
        page.append("\n## %s\n".formatted(title));
        reports.forEach((id, report) -> {
            if (report.isPublishable() == publishable) {
                page.append("\n### `%s` %s\n\n%s; %s, %s\n\n"
                        .formatted(
                                id,
                                name(id),
                                paths(report),
                                number(report.errors(), "error"),
                                number(report.warnings(), "warning")));
                bySeverity(page, report, Severity.ERROR);
                bySeverity(page, report, Severity.WARNING);
            }
        });
    }

    private static String number(long n, String what) {
        return n + " " + what + (n == 1 ? "" : "s");
    }

    private static void bySeverity(StringBuilder page, LintReport report, Severity severity) {
        Map<String, List<String>> pointers = report.findings().stream()
                .filter(flag -> flag.severity() == severity)
                .collect(Collectors.groupingBy(
                        Flag::code, TreeMap::new, Collectors.mapping(Flag::pointer, Collectors.toList())));
        pointers.forEach((code, places) -> page.append("- %s `%s` at %s\n"
                .formatted(
                        severity,
                        code,
                        places.stream().map(place -> "`" + place + "`").collect(Collectors.joining(", ")))));
    }

    private String name(String id) {
        return guides.getOrDefault(id, guides.values().iterator().next())
                .path("name")
                .asString();
    }

    private static String paths(LintReport report) {
        PathProof proof = report.proof();
        return proof == null
                ? "not looked at"
                : proof.method() == PathProof.Method.ENUMERATED
                        ? number(proof.paths() == null ? 0 : proof.paths(), "path")
                        : number(proof.pairs(), "pair");
    }
}
