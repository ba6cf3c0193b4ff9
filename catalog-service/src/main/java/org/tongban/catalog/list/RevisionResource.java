package org.tongban.catalog.list;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.guide.Given;
import org.tongban.catalog.guide.Pointer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.security.Caller;
import tools.jackson.databind.JsonNode;

/** A situation that one did not foresee: a new list with other answers. */
@RestController
final class RevisionResource {
    private final Revisions revisions;
    private final ListIssuing issuing;
    private final IssuedLists lists;
    private final Idempotency idempotency;
    private final ListShares shares;

    RevisionResource(
            Revisions revisions, ListIssuing issuing, IssuedLists lists, Idempotency idempotency, ListShares shares) {
        this.shares = shares;
        this.revisions = revisions;
        this.issuing = issuing;
        this.lists = lists;
        this.idempotency = idempotency;
    }

    /** The answers that are otherwise now; the others stand. */
    record Changed(@Nullable Map<String, JsonNode> answers) {}

    @PostMapping("/api/catalog/lists/{listNo}/revision")
    ResponseEntity<String> revise(
            @PathVariable String listNo,
            @RequestBody Changed body,
            Command command,
            Caller caller,
            HttpServletRequest request) {
        IssuedList old = lists.get(listNo);
        Map<String, Given> changed = WishBody.answers(given(body));
        return idempotency
                .create(
                        command,
                        () -> issuing.number(old.wish().division()),
                        number -> {
                            shares.take(caller, request);
                            return ListResource.issued(revisions.revise(old, changed, number, command.isRemembered()));
                        },
                        issuing::shown)
                .toResponse();
    }

    private static Map<String, JsonNode> given(Changed body) {
        Map<String, JsonNode> answers = body.answers();
        if (answers == null) {
            throw new NotAllowed(Pointer.of("answers"), "缺少answers。", "The field answers is missing.");
        }
        return answers;
    }
}
