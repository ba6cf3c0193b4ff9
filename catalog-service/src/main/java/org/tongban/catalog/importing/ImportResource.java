package org.tongban.catalog.importing;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** Bringing in one gsi-1 item, an array of them, or a file of many. */
@RestController
@RequestMapping("/api/catalog/imports")
final class ImportResource {
    private static final Logger log = LoggerFactory.getLogger(ImportResource.class);

    private static final String FILE = "file";

    private final Import imports;
    private final FileImport files;
    private final Idempotency idempotency;
    private final ImportTurns turns;
    private final ImportProperties properties;

    ImportResource(
            Import imports, FileImport files, Idempotency idempotency, ImportTurns turns, ImportProperties properties) {
        this.imports = imports;
        this.files = files;
        this.turns = turns;
        this.properties = properties;
        this.idempotency = idempotency;
    }

    /** What came of all: each, and how many of each kind. */
    record Report(List<ImportResult> items, Map<String, Integer> counts) {}

    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<String> take(@RequestBody JsonNode body, Command command, Caller caller, Locale locale) {
        List<JsonNode> guides = guides(body);
        return idempotency
                .create(
                        command,
                        OpaqueId::next,
                        id -> Answer.ok(inTurn(() -> imports.take(guides, caller.id()), caller, locale)),
                        id -> inTurn(() -> imports.known(guides), caller, locale))
                .toResponse();
    }

    private Report inTurn(Supplier<List<Import.Outcome>> work, Caller caller, Locale locale) {
        ImportTurns.Turn turn = turns.take(caller.id());
        try {
            return report(work.get(), caller, locale);
        } finally {
            turn.close();
        }
    }

    /** As many lines as a body may hold; what came of each as a line, and a last one about all. */
    @PostMapping(consumes = MediaType.APPLICATION_NDJSON_VALUE)
    void takeLines(
            @RequestParam(defaultValue = "0") int from,
            HttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Locale locale)
            throws IOException {
        stream(request.getInputStream(), from, response, caller, locale);
    }

    /** The same for a file in the part {@code file}: lines or an array, packed with gzip or not. */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    void takeFile(
            @RequestParam(defaultValue = "0") int from,
            MultipartHttpServletRequest request,
            HttpServletResponse response,
            Caller caller,
            Locale locale)
            throws IOException {
        List<MultipartFile> sent = request.getFiles(FILE);
        if (sent.size() != 1 || request.getFileMap().size() != 1) {
            throw new BadInput("/file", "请上传且只上传一个文件（file）。", "Send exactly one file in the part file.");
        }
        try (InputStream file = sent.get(0).getInputStream()) {
            stream(file, from, response, caller, locale);
        }
    }

    private void stream(InputStream file, int from, HttpServletResponse response, Caller caller, Locale locale)
            throws IOException {
        if (from < 0) {
            throw new BadInput("/from", "from须不小于0。", "from is not below 0.");
        }
        ImportTurns.Turn turn = turns.take(caller.id());
        try {
            response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
            files.take(file, from, caller.id(), locale, response.getOutputStream());
        } finally {
            turn.close();
        }
    }

    private static Report report(List<Import.Outcome> outcomes, Caller caller, Locale locale) {
        Map<String, Integer> counts = new TreeMap<>();
        List<ImportResult> results = new ArrayList<>();
        for (Import.Outcome outcome : outcomes) {
            ImportResult result = ImportResult.of(results.size(), outcome, locale);
            result.countIn(counts);
            results.add(result);
        }
        log.info("import by={} {}", caller.id(), counts);
        return new Report(results, counts);
    }

    private List<JsonNode> guides(JsonNode body) {
        if (body.isObject()) {
            return List.of(body);
        }
        if (!body.isArray()) {
            throw new BadInput("", "请提供一个事项对象或者事项数组。", "Send one item or an array of items.");
        }
        int most = properties.bodyAtMost();
        if (body.size() > most) {
            throw new BadInput(
                    "",
                    "一次最多提交" + most + "个事项；更多的请用文件导入。",
                    "Send at most " + most + " items in one body, and more of them in a file.");
        }
        List<JsonNode> guides = new ArrayList<>();
        body.forEach(guides::add);
        return guides;
    }
}
