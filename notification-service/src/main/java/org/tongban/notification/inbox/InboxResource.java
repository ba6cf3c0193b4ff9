package org.tongban.notification.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.aggregate.Decision;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.problem.NotFound;
import org.tongban.platform.security.Caller;
import org.tongban.platform.time.Instants;

/** A person's inbox over HTTP; everybody sees their own alone. */
@RestController
@RequestMapping("/api/notification/inbox")
class InboxResource {
    private static final int LONGEST_PAGE = 100;

    private final AggregateStore<Correspondence> store;
    private final Inboxes inboxes;
    private final Words words;

    InboxResource(AggregateStore<Correspondence> store, Inboxes inboxes, Words words) {
        this.store = store;
        this.inboxes = inboxes;
        this.words = words;
    }

    /** @param type the event's type */
    record MessageView(
            String id,
            String code,
            @Nullable Integer caseNo,
            String type,
            Instant at,
            String title,
            String text,
            boolean read) {}

    /**
     * @param next the cursor of the next page, null on the last
     * @param unread over the whole inbox, counted up to 99
     */
    record Page(List<MessageView> items, @Nullable String next, int unread) {}

    @GetMapping
    Page inbox(
            Caller caller,
            Locale locale,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        if (limit < 1 || limit > LONGEST_PAGE) {
            throw new BadInput("/limit", "limit 须在 1 至 100 之间。", "limit must be between 1 and 100.");
        }
        List<Inboxes.Found> found = inboxes.page(caller.id(), cursor == null ? null : read(cursor), limit + 1);
        boolean more = found.size() > limit;
        List<Inboxes.Found> page = more ? found.subList(0, limit) : found;
        return new Page(
                page.stream()
                        .map(each -> view(each.about(), each.message(), locale))
                        .toList(),
                more ? write(page.get(limit - 1).message()) : null,
                inboxes.unread(caller.id()));
    }

    @PostMapping("/{id}/read")
    ResponseEntity<String> read(@PathVariable String id, Caller caller, Command command, Locale locale) {
        int dash = id.lastIndexOf('-');
        String code = dash < 0 ? id : id.substring(0, dash);
        return store.decide(code, command, NotFound::new, stored -> markRead(stored.state(), id, caller))
                .answer(mine -> view(mine, mine.message(id).orElseThrow(NotFound::new), locale))
                .toResponse();
    }

    private static Decision<Correspondence> markRead(Correspondence mine, String id, Caller caller) {
        if (!mine.belongsTo(caller.id())) {
            throw new NotFound();
        }
        if (mine.message(id).isEmpty()) {
            throw new NotFound();
        }
        return new Decision<>(Change.silently(mine.read(id)), CommandResult.ok());
    }

    private MessageView view(Correspondence about, Message message, Locale locale) {
        return new MessageView(
                message.id(),
                about.code().display(),
                message.caseNo(),
                message.type(),
                message.at(),
                words.title(about, message, locale),
                words.text(about, message, locale),
                message.read());
    }

    private static String write(Message last) {
        return Instants.text(last.at()) + "," + last.id();
    }

    private static Inboxes.After read(String cursor) {
        String[] parts = cursor.split(",", 2);
        try {
            return new Inboxes.After(Instants.parse(parts[0]), parts.length > 1 ? parts[1] : "");
        } catch (DateTimeException e) {
            throw new BadInput("/cursor", "cursor 不是有效的游标。", "cursor is none of ours.");
        }
    }
}
