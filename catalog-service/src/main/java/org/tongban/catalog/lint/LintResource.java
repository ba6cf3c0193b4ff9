package org.tongban.catalog.lint;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.document.DocumentKinds;
import org.tongban.catalog.document.Match;
import org.tongban.catalog.document.Paper;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.GuideDraft;
import org.tongban.catalog.item.Item;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Material;
import org.tongban.catalog.item.Severity;
import org.tongban.catalog.reference.References;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.Said;
import tools.jackson.databind.JsonNode;

/** What the lint says about a guide, for editors: about the draft while there is one. */
@RestController
@RequestMapping("/api/catalog")
final class LintResource {
    private final Items items;
    private final Linting linting;
    private final References references;

    LintResource(Items items, Linting linting, References references) {
        this.items = items;
        this.linting = linting;
        this.references = references;
    }

    /** A finding in the caller's language. */
    record Finding(String code, Severity severity, String pointer, String detail) {
        static Finding of(Flag flag, Locale locale) {
            return new Finding(flag.code(), flag.severity(), flag.pointer(), new Said(flag.zh(), flag.en()).in(locale));
        }
    }

    /** How it was shown that every answer path ends in one list. */
    record Proof(PathProof.Method method, @Nullable Integer paths, BigInteger product, int pairs) {
        static Proof of(PathProof proof) {
            return new Proof(proof.method(), proof.paths(), proof.product(), proof.pairs());
        }
    }

    /**
     * Which papers a line was taken to mean.
     *
     * @param kinds AND of ORs; null where no kind fits, so that an editor has to name one
     * @param by how that was found out
     * @param confidence sure or likely; lists rest on what is sure and on what somebody has read
     */
    record Line(
            int no,
            String name,
            @Nullable List<List<Paper>> kinds,
            Match.@Nullable By by,
            @Nullable String confidence) {
        static Line of(Material material, Optional<Match> match) {
            return new Line(
                    material.no(),
                    material.name(),
                    match.map(found -> found.reading().all()).orElse(null),
                    match.map(Match::by).orElse(null),
                    match.map(found -> found.reading().confidence()).orElse(null));
        }
    }

    /** What was looked at: the draft if there is one, else what is published. */
    enum Linted {
        DRAFT,
        PUBLISHED
    }

    /**
     * @param version the published one; 0 when there is none yet
     * @param draft the number of the draft; null when there is none
     * @param publishable whether a draft of this content could be published
     */
    record Report(
            String item,
            Linted linted,
            int version,
            @Nullable Integer draft,
            boolean publishable,
            long errors,
            long warnings,
            @Nullable Proof proof,
            List<Finding> findings,
            List<Line> lines) {}

    @GetMapping("/items/{id}/lint")
    Report lint(@PathVariable String id, Locale locale) {
        Dossier dossier = items.dossier(id);
        GuideDraft draft = dossier.draft();
        JsonNode gsi =
                Json.mapper().readTree(draft == null ? dossier.item().edition().gsi() : draft.gsi());
        LintReport report = linting.atAPlace(lint -> lint.lint(gsi));
        PathProof proof = report.proof();
        return new Report(
                id,
                draft == null ? Linted.PUBLISHED : Linted.DRAFT,
                dossier.published(),
                draft == null ? null : draft.no(),
                report.isPublishable(),
                report.errors(),
                report.warnings(),
                proof == null ? null : Proof.of(proof),
                report.all().stream().map(flag -> Finding.of(flag, locale)).toList(),
                lines(ItemReader.read(gsi), references.now().kinds()));
    }

    private static List<Line> lines(Item item, DocumentKinds kinds) {
        return item.materials().stream()
                .map(line -> Line.of(line, kinds.match(item.id(), line.no(), line.name())))
                .toList();
    }
}
