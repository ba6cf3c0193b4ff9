package org.tongban.catalog.editing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.GuideDraft;
import org.tongban.catalog.item.Items;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.json.Json;
import org.tongban.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** The draft of an item. */
@RestController
@RequestMapping("/api/catalog/items/{id}/draft")
final class DraftResource {
    private final Drafts drafts;
    private final Items items;

    DraftResource(Drafts drafts, Items items) {
        this.drafts = drafts;
        this.items = items;
    }

    /**
     * A draft as editors see it.
     *
     * @param draft its number, the ETag
     * @param base the published version it was written on; 0 before the first publication
     * @param authors the opaque ids of all who have written in it, none of whom may publish it
     * @param publishOn the day for which its publication is approved; null where it is not
     * @param guide the gsi-1 form
     */
    record Written(
            String item,
            int draft,
            int base,
            List<String> authors,
            Instant savedAt,
            @Nullable LocalDate publishOn,
            @Nullable String approvedBy,
            JsonNode guide) {
        static Written of(Dossier dossier, GuideDraft draft) {
            return new Written(
                    dossier.id(),
                    draft.no(),
                    draft.base(),
                    draft.authors(),
                    draft.savedAt(),
                    dossier.publishOn(),
                    draft.approvedBy(),
                    Json.mapper().readTree(draft.gsi()));
        }
    }

    @PutMapping
    ResponseEntity<String> save(
            @PathVariable String id, @RequestBody JsonNode body, Command command, Caller caller, Locale locale) {
        return drafts.save(id, body, command, caller.id(), locale).toResponse();
    }

    @GetMapping
    ResponseEntity<Written> draft(@PathVariable String id) {
        Dossier dossier = items.dossier(id);
        GuideDraft draft = dossier.draftToRead();
        return ResponseEntity.ok().eTag(Drafts.etag(draft)).body(Written.of(dossier, draft));
    }

    @DeleteMapping
    ResponseEntity<String> discard(@PathVariable String id, Command command, Caller caller) {
        return drafts.discard(id, command, caller.id()).toResponse();
    }
}
