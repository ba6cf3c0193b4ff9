package org.tongban.catalog.reference;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.NotFound;
import tools.jackson.databind.JsonNode;

/** Reading the reference data in pages, and putting its files in place. */
@RestController
@RequestMapping("/api/catalog")
final class ReferenceResource {
    private final References references;
    private final Idempotency idempotency;

    ReferenceResource(References references, Idempotency idempotency) {
        this.references = references;
        this.idempotency = idempotency;
    }

    /** What came of a file. */
    record Put(String name, String result, String digest) {}

    @PutMapping("/reference/{name}")
    ResponseEntity<String> put(@PathVariable String name, @RequestBody JsonNode body, Command command) {
        ReferenceFile file = ReferenceFile.of(name)
                .orElseThrow(() ->
                        new NotFound("没有“" + name + "”这个基础数据文件。", "There is no reference file \"" + name + "\"."));
        return idempotency
                .create(
                        command,
                        OpaqueId::next,
                        id -> answer(name, references.put(file, body), body),
                        id -> put(name, References.Outcome.UNCHANGED, references.kept(file)))
                .toResponse();
    }

    private static Answer answer(String name, References.Outcome outcome, JsonNode body) {
        Put put = put(name, outcome, body);
        return outcome == References.Outcome.CREATED
                ? Answer.created(URI.create("/api/catalog/" + name), put)
                : Answer.ok(put);
    }

    private static Put put(String name, References.Outcome outcome, JsonNode file) {
        return new Put(name, outcome.name().toLowerCase(Locale.ROOT), References.digest(file));
    }

    @GetMapping("/divisions")
    Page<JsonNode> divisions(
            @RequestParam(required = false) @Nullable String parent,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return page(
                ReferenceFile.DIVISIONS,
                "divisions",
                entry -> parent == null || parent.equals(text(entry, "parent")),
                entry -> text(entry, "code"),
                cursor,
                limit);
    }

    @GetMapping("/document-kinds")
    Page<JsonNode> documentKinds(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        return page(ReferenceFile.DOCUMENT_KINDS, "kinds", entry -> true, entry -> text(entry, "key"), cursor, limit);
    }

    @GetMapping("/halls")
    Page<JsonNode> halls(
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        return page(
                ReferenceFile.HALLS,
                "halls",
                entry -> division == null || division.equals(text(entry, "division")),
                entry -> text(entry, "name"),
                cursor,
                limit);
    }

    @GetMapping("/bundles")
    Page<JsonNode> bundles(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        return page(ReferenceFile.BUNDLES, "bundles", entry -> true, entry -> text(entry, "key"), cursor, limit);
    }

    @GetMapping("/exclusions")
    Page<JsonNode> exclusions(
            @RequestParam(required = false) @Nullable String cursor, @RequestParam(defaultValue = "100") int limit) {
        return page(ReferenceFile.EXCLUSIONS, "exclusions", entry -> true, entry -> text(entry, "key"), cursor, limit);
    }

    @GetMapping("/bundles/{key}")
    JsonNode bundle(@PathVariable String key) {
        return entries(ReferenceFile.BUNDLES, "bundles").stream()
                .filter(entry -> key.equals(text(entry, "key")))
                .findFirst()
                .orElseThrow(() -> new NotFound("没有“" + key + "”这个一件事。", "There is no bundle \"" + key + "\"."));
    }

    private Page<JsonNode> page(
            ReferenceFile file,
            String array,
            Predicate<JsonNode> wanted,
            Function<JsonNode, String> key,
            @Nullable String cursor,
            int limit) {
        int most = Paging.limit(limit);
        return Paging.slice(entries(file, array).stream().filter(wanted).toList(), cursor, most, key);
    }

    private List<JsonNode> entries(ReferenceFile file, String array) {
        List<JsonNode> entries = new ArrayList<>();
        JsonNode tree = references.tree(file);
        if (tree != null && tree.get(array) != null) {
            tree.get(array).forEach(entries::add);
        }
        return entries;
    }

    private static String text(JsonNode entry, String field) {
        JsonNode value = entry.get(field);
        return value != null && value.isString() ? value.stringValue() : "";
    }
}
