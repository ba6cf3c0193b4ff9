package org.tongban.catalog.printing;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.request.ServletWebRequest;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.list.IssuedList;
import org.tongban.catalog.list.IssuedLists;
import org.tongban.catalog.list.ListKeys;
import org.tongban.catalog.reference.References;
import org.tongban.catalog.share.CallerShare;
import org.tongban.platform.json.Json;
import org.tongban.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** A list to read on a screen and to print, in the reader's language; what was signed is never touched. */
@RestController
@RequestMapping("/api/catalog/lists")
final class PrintResource {
    private static final MediaType PAGE = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);

    private final IssuedLists lists;
    private final ListKeys keys;
    private final References references;
    private final Printing printing;
    private final Prints prints;
    private final Clock clock;
    private final String base;

    PrintResource(
            IssuedLists lists,
            ListKeys keys,
            References references,
            Printing printing,
            Prints prints,
            Clock clock,
            @Value("${tongban.public-base}") String base) {
        this.lists = lists;
        this.keys = keys;
        this.references = references;
        this.printing = printing;
        this.prints = prints;
        this.clock = clock;
        this.base = base;
    }

    @GetMapping("/{listNo}.html")
    ResponseEntity<byte[]> page(@PathVariable String listNo, Locale locale, Caller caller, ServletWebRequest request) {
        Print print = print(listNo, Words.in(locale));
        return answer(print, request, caller, PAGE, "html", () -> printing.page(print.html()));
    }

    @GetMapping("/{listNo}.pdf")
    ResponseEntity<byte[]> paper(@PathVariable String listNo, Locale locale, Caller caller, ServletWebRequest request) {
        Print print = print(listNo, Words.in(locale));
        return answer(print, request, caller, MediaType.APPLICATION_PDF, "pdf", () -> printing.pdf(print.html()));
    }

    /** A page, with what it is known by: it stays the same until the list expires or its key is called back. */
    private record Print(IssuedList list, Words words, boolean expired, boolean revokedKey, Supplier<String> page) {
        String html() {
            return page.get();
        }

        String etag(String form) {
            return "\"" + list.digest().substring(list.digest().length() - 16) + "-" + form + "-" + words.language()
                    + (expired ? "-expired" : "") + (revokedKey ? "-revoked" : "") + "\"";
        }
    }

    private Print print(String typed, Words words) {
        IssuedList list = lists.get(typed);
        boolean expired = list.isOver(clock.instant());
        boolean revokedKey = keys.isRevoked(list.kid());
        return new Print(list, words, expired, revokedKey, () -> {
            JsonNode signed = Json.mapper().readTree(list.body());
            Sheet.Frame frame = new Sheet.Frame(
                    words,
                    bundle(signed.path("bundle").asString("")),
                    list.digest(),
                    list.kid(),
                    expired,
                    revokedKey,
                    base + "/api/catalog/lists/" + list.listNo() + ".html",
                    printing.fonts());
            return printing.html(Sheet.of(signed, frame));
        });
    }

    private @Nullable String bundle(String key) {
        return references.now().bundle(key).map(Bundle::name).orElse(null);
    }

    private ResponseEntity<byte[]> answer(
            Print print,
            ServletWebRequest request,
            Caller caller,
            MediaType type,
            String form,
            Supplier<byte[]> making) {
        String etag = print.etag(form);
        boolean known = request.checkNotModified(etag);
        ResponseEntity.BodyBuilder answer = ResponseEntity.status(known ? HttpStatus.NOT_MODIFIED : HttpStatus.OK)
                .eTag(etag)
                .cacheControl(CacheControl.noCache().cachePrivate())
                .varyBy(HttpHeaders.ACCEPT_LANGUAGE)
                .header(HttpHeaders.CONTENT_LANGUAGE, print.words().language())
                .header(
                        "Content-Security-Policy",
                        "default-src 'none'; img-src data:; font-src data:; style-src 'unsafe-inline'");
        return known
                ? answer.build()
                : answer.contentType(type)
                        .header(
                                HttpHeaders.CONTENT_DISPOSITION,
                                "inline; filename=\"" + print.list().listNo() + "." + form + "\"")
                        .body(prints.of(etag, CallerShare.of(caller, request.getRequest()), making));
    }
}
