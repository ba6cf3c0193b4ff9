package org.tongban.catalog.list;

import java.util.List;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.PublishedItem;
import org.tongban.platform.json.Json;
import org.tongban.platform.problem.NotAllowed;

/** What an inquiry would answer if a draft were published, for editors. */
@RestController
@RequestMapping("/api/catalog/items/{id}/draft/inquiry")
final class PreviewResource {
    private final Inquiries inquiries;
    private final Items items;

    PreviewResource(Inquiries inquiries, Items items) {
        this.inquiries = inquiries;
        this.items = items;
    }

    /** Without bundle and items the item stands alone. */
    @PostMapping
    ListResource.Inquiry preview(@PathVariable String id, @RequestBody WishBody body) {
        Dossier dossier = items.dossier(id);
        PublishedItem written = new PublishedItem(
                ItemReader.read(Json.mapper().readTree(dossier.draftToRead().gsi())), dossier.published() + 1);
        boolean alone = body.bundle() == null && body.items() == null;
        Wish wish = (alone ? body.with(List.of(id)) : body).toWish();
        Draft draft = inquiries.preview(wish, written);
        if (draft.cases().stream().noneMatch(each -> each.id().equals(id))) {
            throw new NotAllowed(
                    "/items", "试算须包含本事项“" + id + "”。", "The preview must hold the item \"" + id + "\" itself.");
        }
        return ListResource.Inquiry.of(draft);
    }
}
