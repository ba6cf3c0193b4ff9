package org.tongban.notification.inbox;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One message: what happened, without its words; they are chosen when it is read, in the reader's language.
 *
 * @param id {@code <code>-<sequence of the event>}: the same event can make it only once
 * @param caseNo the case it is about, null when it is about all
 * @param type the event's type, {@code application.case-accepted.v1}
 * @param template the key of its words, {@code accepted}
 * @param facts what the words need and only the event has: due date, count
 * @param at when it happened, UTC
 * @param read whether its owner has marked it as read
 */
record Message(
        String id,
        @Nullable Integer caseNo,
        String type,
        String template,
        Map<String, String> facts,
        Instant at,
        boolean read) {
    Message {
        facts = Map.copyOf(facts);
    }

    Message asRead() {
        return new Message(id, caseNo, type, template, facts, at, true);
    }
}
