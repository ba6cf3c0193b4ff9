package org.tongban.catalog.editing;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.text.Texts;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.security.Caller;

/** Publishing a draft, and taking an item out of service and back. */
@RestController
@RequestMapping("/api/catalog/items/{id}")
final class PublicationResource {
    private static final Approval AT_ONCE = new Approval(null);

    private final Publishing publishing;
    private final Halting halting;

    PublicationResource(Publishing publishing, Halting halting) {
        this.publishing = publishing;
        this.halting = halting;
    }

    /** @param effectiveOn the legal day from which it is good; null for at once */
    record Approval(@Nullable LocalDate effectiveOn) {}

    /** Why an item cannot be asked for, and what people can do. */
    record Notice(@Nullable String reason, @Nullable String notice) {}

    @PostMapping("/publication")
    ResponseEntity<String> publish(
            @PathVariable String id,
            @RequestBody(required = false) @Nullable Approval body,
            Command command,
            Caller caller,
            Locale locale) {
        Approval approval = body == null ? AT_ONCE : body;
        return publishing
                .publish(id, approval.effectiveOn(), command, caller.id(), locale)
                .toResponse();
    }

    @PostMapping("/suspension")
    ResponseEntity<String> suspend(@PathVariable String id, @RequestBody Notice body, Command command, Caller caller) {
        return halt(id, Standing.SUSPENDED, body, command, caller);
    }

    @PostMapping("/resumption")
    ResponseEntity<String> resume(@PathVariable String id, Command command, Caller caller) {
        return halting.resume(id, command, caller.id()).toResponse();
    }

    @PostMapping("/withdrawal")
    ResponseEntity<String> withdraw(@PathVariable String id, @RequestBody Notice body, Command command, Caller caller) {
        return halt(id, Standing.WITHDRAWN, body, command, caller);
    }

    private ResponseEntity<String> halt(String id, Standing standing, Notice body, Command command, Caller caller) {
        return halting.halt(
                        id,
                        standing,
                        said("/reason", body.reason()),
                        said("/notice", body.notice()),
                        command,
                        caller.id())
                .toResponse();
    }

    private static String said(String pointer, @Nullable String text) {
        if (text == null) {
            throw new NotAllowed(pointer, "缺少" + pointer.substring(1) + "。", pointer.substring(1) + " is missing.");
        }
        if (text.isBlank() || !Texts.isHonestName(text)) {
            throw new NotAllowed(
                    pointer,
                    "须为1至500个字符的普通文本，不含标记和控制字符。",
                    "This is a plain text of 1 to 500 characters without markup or control characters.");
        }
        return text.strip();
    }
}
