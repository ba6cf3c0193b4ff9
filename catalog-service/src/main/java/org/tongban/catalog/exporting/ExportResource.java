package org.tongban.catalog.exporting;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.CatalogItem;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.reference.References;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.BadInput;

/** What is published, for others to take: one item, or all of them a line each. */
@RestController
@RequestMapping("/api/catalog")
final class ExportResource {
    private static final MediaType JSON_LD = MediaType.valueOf("application/ld+json");
    private static final String GSI = "gsi-1";
    private static final String CPSV = "cpsv-ap";
    private static final int AT_ONCE = 200;

    private final Items items;
    private final References references;
    private final String base;

    ExportResource(Items items, References references, @Value("${tongban.public-base}") String base) {
        this.items = items;
        this.references = references;
        this.base = base;
    }

    /** The canonical form (RFC 8785), byte for byte what its digest was taken over; an import takes it again. */
    @GetMapping("/items/{id}.gsi.json")
    ResponseEntity<byte[]> gsi(@PathVariable String id) {
        CatalogItem item = items.item(id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .eTag(item.edition().digest())
                .body(item.edition().gsi().getBytes(StandardCharsets.UTF_8));
    }

    @GetMapping("/items/{id}.jsonld")
    ResponseEntity<String> publicService(@PathVariable String id) {
        CatalogItem item = items.item(id);
        return ResponseEntity.ok().contentType(JSON_LD).body(line(CPSV, item));
    }

    /**
     * All that is published, in the order of the ids, read and written a few at a time; what is withdrawn is left out.
     *
     * @param form {@code gsi-1} or {@code cpsv-ap}
     * @param after the last id one has got, to go on behind it
     * @param limit how many; without it all
     */
    @GetMapping("/export.ndjson")
    void all(
            @RequestParam(defaultValue = GSI) String form,
            @RequestParam(defaultValue = "") String after,
            @RequestParam(required = false) @Nullable Integer limit,
            HttpServletResponse response)
            throws IOException {
        if (!form.equals(GSI) && !form.equals(CPSV)) {
            throw new BadInput("/form", "form须为gsi-1或cpsv-ap。", "The form is gsi-1 or cpsv-ap.");
        }
        if (limit != null && limit < 1) {
            throw new BadInput("/limit", "limit须大于0。", "The limit is above 0.");
        }
        response.setContentType(MediaType.APPLICATION_NDJSON_VALUE);
        write(form, after, limit == null ? Integer.MAX_VALUE : limit, response.getOutputStream());
    }

    private void write(String form, String after, int limit, OutputStream out) throws IOException {
        int left = limit;
        String last = after;
        List<CatalogItem> some = items.after(last, AT_ONCE);
        while (!some.isEmpty() && left > 0) {
            for (CatalogItem item : some) {
                last = item.id();
                if (left > 0 && item.standing() != Standing.WITHDRAWN) {
                    out.write((line(form, item) + "\n").getBytes(StandardCharsets.UTF_8));
                    left--;
                }
            }
            out.flush();
            some = items.after(last, AT_ONCE);
        }
    }

    private String line(String form, CatalogItem item) {
        return form.equals(GSI)
                ? item.edition().gsi()
                : Json.text(PublicServiceForm.of(base, references.now()::bundle, item));
    }
}
