package org.tongban.catalog.list;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.guide.Question;
import org.tongban.catalog.share.CallerShare;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.Idempotency;
import org.tongban.platform.security.Caller;

/** 查询一单: inquiries, lists, and the keys that verify them. */
@RestController
@RequestMapping("/api/catalog")
final class ListResource {
    private static final String LISTS = "/api/catalog/lists/";

    /** Its number is a list's only lock, and its answers are somebody's: for no cache that others share. */
    private static final CacheControl PRIVATE = CacheControl.noCache().cachePrivate();

    private final Inquiries inquiries;
    private final ListIssuing issuing;
    private final IssuedLists lists;
    private final ListKeys keys;
    private final Idempotency idempotency;
    private final ListShares shares;
    private final Clock clock;

    ListResource(
            Inquiries inquiries,
            ListIssuing issuing,
            IssuedLists lists,
            ListKeys keys,
            Idempotency idempotency,
            ListShares shares,
            Clock clock) {
        this.inquiries = inquiries;
        this.issuing = issuing;
        this.lists = lists;
        this.keys = keys;
        this.idempotency = idempotency;
        this.shares = shares;
        this.clock = clock;
    }

    /**
     * How far the answers go.
     *
     * @param lines every line that no open answer can remove
     * @param toBring how many of them are required and issued by no item of this list
     */
    record Inquiry(
            List<Question> questions,
            List<ListedLine> lines,
            long toBring,
            List<String> withoutGuide,
            boolean complete) {
        static Inquiry of(Draft draft) {
            return new Inquiry(
                    draft.openQuestions(),
                    draft.unnumberedLines(),
                    draft.toBring(),
                    draft.withoutGuide(),
                    draft.isComplete());
        }
    }

    @PostMapping("/inquiries")
    Inquiry inquire(@RequestBody WishBody body) {
        return Inquiry.of(inquiries.draft(body.toWish()));
    }

    @PostMapping("/lists")
    ResponseEntity<String> issue(
            @RequestBody WishBody body, Command command, Caller caller, HttpServletRequest request) {
        Wish wish = body.toWish();
        return idempotency
                .create(
                        command,
                        () -> issuing.number(wish.division()),
                        listNo -> {
                            shares.take(caller, request);
                            return issued(issuing.issue(listNo, wish, null, command.isRemembered()));
                        },
                        issuing::shown)
                .toResponse();
    }

    /** A service that reads a list lets an application rest on it; whoever else reads it comes through the gateway. */
    @GetMapping("/lists/{listNo}")
    ResponseEntity<String> list(@PathVariable String listNo, HttpServletRequest request) {
        IssuedList list = lists.get(listNo);
        if (!CallerShare.isFromOutside(request)) {
            lists.use(list);
        }
        return ResponseEntity.ok()
                .cacheControl(PRIVATE)
                .contentType(MediaType.APPLICATION_JSON)
                .body(list.shown(clock.instant()));
    }

    @GetMapping("/lists/{listNo}.jws")
    ResponseEntity<String> signed(@PathVariable String listNo) {
        return ResponseEntity.ok()
                .cacheControl(PRIVATE)
                .contentType(MediaType.valueOf("application/jose"))
                .body(lists.get(listNo).jws());
    }

    @GetMapping("/keys")
    ResponseEntity<Map<String, Object>> keys() {
        return ResponseEntity.ok().cacheControl(CacheControl.noCache()).body(keys.published());
    }

    static Answer issued(IssuedList list) {
        return new Answer(201, LISTS + list.listNo(), null, list.shown(list.issuedAt()));
    }
}
