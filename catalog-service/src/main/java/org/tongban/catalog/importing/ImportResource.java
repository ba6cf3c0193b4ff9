package org.tongban.catalog.importing;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.Flag;
import org.tongban.catalog.item.Severity;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.Said;
import org.tongban.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** Bringing in one gsi-1 item or an array of them. */
@RestController
@RequestMapping("/api/catalog/imports")
final class ImportResource {
    private static final Logger log = LoggerFactory.getLogger(ImportResource.class);

    private final Import imports;
    private final Idempotency idempotency;

    ImportResource(Import imports, Idempotency idempotency) {
        this.imports = imports;
        this.idempotency = idempotency;
    }

    /** Something dirty or missing, in the caller's language. */
    record Remark(String code, Severity severity, String pointer, String detail) {
        static List<Remark> of(List<Flag> flags, Locale locale) {
            return flags.stream()
                    .map(flag -> new Remark(
                            flag.code(), flag.severity(), flag.pointer(), new Said(flag.zh(), flag.en()).in(locale)))
                    .toList();
        }
    }

    /** What came of one item, in the order they came. */
    record Result(
            int index,
            @Nullable String id,
            String result,
            @Nullable Integer version,
            boolean flagged,
            List<Remark> flags,
            List<Remark> reasons) {}

    /** What came of all: each, and how many of each kind. */
    record Report(List<Result> items, Map<String, Integer> counts) {}

    @PostMapping
    ResponseEntity<String> take(@RequestBody JsonNode body, Command command, Caller caller, Locale locale) {
        return idempotency
                .create(
                        command,
                        OpaqueId::next,
                        id -> Answer.ok(report(imports.take(guides(body), caller.id()), caller, locale)))
                .toResponse();
    }

    private static Report report(List<Import.Outcome> outcomes, Caller caller, Locale locale) {
        Map<String, Integer> counts = new TreeMap<>();
        List<Result> results = new ArrayList<>();
        for (Import.Outcome outcome : outcomes) {
            boolean flagged = outcome.version() > 0 && !outcome.flags().isEmpty();
            counts.merge(outcome.result(), 1, Integer::sum);
            if (flagged) {
                counts.merge("flagged", 1, Integer::sum);
            }
            results.add(new Result(
                    results.size(),
                    outcome.id(),
                    outcome.result(),
                    outcome.version() > 0 ? outcome.version() : null,
                    flagged,
                    Remark.of(outcome.flags(), locale),
                    Remark.of(outcome.reasons(), locale)));
        }
        log.info("import by={} {}", caller.id(), counts);
        return new Report(results, counts);
    }

    private static List<JsonNode> guides(JsonNode body) {
        if (body.isObject()) {
            return List.of(body);
        }
        if (!body.isArray()) {
            throw new BadInput("", "请提供一个事项对象或者事项数组。", "Send one item or an array of items.");
        }
        List<JsonNode> guides = new ArrayList<>();
        body.forEach(guides::add);
        return guides;
    }
}
