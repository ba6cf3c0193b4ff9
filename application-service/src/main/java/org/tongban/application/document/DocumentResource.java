package org.tongban.application.document;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.multipart.MultipartHttpServletRequest;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;
import org.tongban.platform.web.PartLimits;

/** The owner's documents over HTTP. */
@RestController
@RequestMapping("/api/application/documents")
final class DocumentResource {
    private static final int LARGEST_PAGE = 100;
    private static final Set<String> FIELDS = Set.of("kind", "holder");
    private static final String FILE = "file";

    private final Uploads uploads;
    private final Downloads downloads;
    private final Deletions deletions;
    private final CaseDocuments caseDocuments;
    private final Looks looks;
    private final Documents documents;
    private final DocumentProperties properties;
    private final Bulkhead intake;

    DocumentResource(
            Uploads uploads,
            Downloads downloads,
            Deletions deletions,
            CaseDocuments caseDocuments,
            Looks looks,
            Documents documents,
            DocumentProperties properties) {
        this.uploads = uploads;
        this.downloads = downloads;
        this.deletions = deletions;
        this.caseDocuments = caseDocuments;
        this.looks = looks;
        this.documents = documents;
        this.properties = properties;
        this.intake =
                new Bulkhead(properties.upload().atOnce(), properties.upload().perPerson());
    }

    /** @param next the cursor of the next page, null on the last */
    record Page(List<Document> items, @Nullable String next) {}

    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ResponseEntity<String> upload(MultipartHttpServletRequest request, Command command, Caller caller)
            throws IOException {
        Bulkhead.Place place = intake.enter(caller.id());
        try {
            return taken(request, command, caller);
        } finally {
            place.close();
        }
    }

    private ResponseEntity<String> taken(MultipartHttpServletRequest request, Command command, Caller caller)
            throws IOException {
        parameters(request).forEach(field -> refuseUnless(FIELDS.contains(field), field));
        request.getFileMap().keySet().forEach(part -> refuseUnless(part.equals(FILE), part));
        List<MultipartFile> files = request.getFiles(FILE);
        if (files.size() != 1) {
            throw new NotAllowed("/file", "请上传且只上传一个文件（file）。", "Send exactly one file in the part file.");
        }
        try (InputStream file = files.get(0).getInputStream()) {
            return uploads.upload(command, caller.id(), only(request, "kind"), only(request, "holder"), file)
                    .toResponse();
        }
    }

    @GetMapping
    Page page(
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit,
            Caller caller) {
        if (limit < 1 || limit > LARGEST_PAGE) {
            throw new BadInput("/limit", "limit 须在 1 至 100 之间。", "limit is between 1 and 100.");
        }
        List<Document> found = documents.page(caller.id(), cursor == null ? null : Cursor.parse(cursor), limit + 1);
        if (found.size() <= limit) {
            return new Page(found, null);
        }
        List<Document> shown = found.subList(0, limit);
        return new Page(shown, Cursor.behind(shown.get(limit - 1)).toString());
    }

    @GetMapping("/{documentId}")
    Document document(@PathVariable String documentId, Caller caller) {
        return documents.find(caller.id(), documentId).orElseThrow(NotFound::new);
    }

    @DeleteMapping("/{documentId}")
    ResponseEntity<Void> delete(@PathVariable String documentId, Caller caller) {
        deletions.delete(documents.find(caller.id(), documentId).orElseThrow(NotFound::new));
        return ResponseEntity.noContent().build();
    }

    /**
     * For its owner, and for those who examine or expect a case it was given for, which its owner then sees.
     *
     * <p>As a download that no browser opens, sniffs or keeps: what people upload may be made to do harm.
     */
    @GetMapping("/{documentId}/content")
    void content(
            @PathVariable String documentId, Caller caller, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Optional<CaseDocuments.Opened> examined = caller.has(Role.REVIEWER) || caller.has(Role.COUNTER)
                ? Optional.of(caseDocuments.open(documentId, caller))
                : Optional.empty();
        Document document = examined.map(CaseDocuments.Opened::document)
                .or(() -> documents.find(caller.id(), documentId))
                .orElseThrow(NotFound::new);
        Bulkhead.Place place = downloads.enter(caller.id());
        try {
            examined.map(CaseDocuments.Opened::look).ifPresent(looks::note);
            Content content = documents.content(document);
            response.setContentType(document.mediaType());
            response.setContentLengthLong(document.size());
            response.setHeader(
                    HttpHeaders.CONTENT_DISPOSITION, disposition(document).toString());
            response.setHeader("Content-Security-Policy", "default-src 'none'; sandbox");
            response.setHeader("X-Content-Type-Options", "nosniff");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
            response.setHeader("Repr-Digest", "sha-256=:" + base64(document.digest()) + ":");
            downloads.send(place, document, content, request, response);
        } catch (IOException | RuntimeException e) {
            place.close();
            throw e;
        }
    }

    private static ContentDisposition disposition(Document document) {
        String kind = document.kind().replaceAll("[^a-z0-9-]+", "-");
        String type = MediaType.parseMediaType(document.mediaType()).getSubtype();
        return ContentDisposition.attachment()
                .filename(kind + "." + type, StandardCharsets.UTF_8)
                .build();
    }

    /** As RFC 9530 writes a digest. */
    private static String base64(String digest) {
        String hex = digest.substring(Documents.DIGEST_PREFIX.length());
        return Base64.getEncoder().encodeToString(HexFormat.of().parseHex(hex));
    }

    /** Reads the body, which stays unread until somebody asks for a part of it. */
    private Set<String> parameters(MultipartHttpServletRequest request) {
        try {
            return request.getParameterMap().keySet();
        } catch (MaxUploadSizeExceededException e) {
            throw PartLimits.refusal(e, properties.limit().toBytes());
        }
    }

    private static void refuseUnless(boolean known, String name) {
        if (!known) {
            throw new BadInput(
                    "/" + name,
                    "未知字段 " + name + "，请删除或改正字段名。",
                    "Unknown field " + name + "; remove it or correct its name.");
        }
    }

    private static String only(MultipartHttpServletRequest request, String field) {
        String[] values = request.getParameterValues(field);
        if (values == null || values.length != 1) {
            throw new NotAllowed("/" + field, "请填写且只填写一个 " + field + "。", "Send exactly one " + field + ".");
        }
        return values[0];
    }
}
