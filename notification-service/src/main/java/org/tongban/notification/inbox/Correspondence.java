package org.tongban.notification.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.TrackingCode;

/**
 * All messages about one code, with what later messages need of earlier events.
 *
 * @param owner the opaque id of the person they are for, null until {@code submitted} was heard
 * @param caseNames the cases' names in the order of their numbers, from 1
 * @param unread how many are not read, kept so that nobody has to count
 * @param firstMessageAt the oldest message's time, null while there is none
 * @param lastMessageAt the newest message's time, null while there is none
 */
record Correspondence(
        TrackingCode code,
        @Nullable String owner,
        List<CaseName> caseNames,
        List<Message> messages,
        int unread,
        @Nullable Instant firstMessageAt,
        @Nullable Instant lastMessageAt) {
    record CaseName(int caseNo, String name) {}

    Correspondence {
        caseNames = List.copyOf(caseNames);
        messages = List.copyOf(messages);
    }

    static Correspondence about(String code) {
        return new Correspondence(TrackingCode.parse(code), null, List.of(), List.of(), 0, null, null);
    }

    Correspondence openedBy(String person, List<CaseName> names) {
        return new Correspondence(code, person, names, messages, unread, firstMessageAt, lastMessageAt);
    }

    Correspondence with(Message message) {
        List<Message> more = new ArrayList<>(messages);
        more.add(message);
        Instant oldest =
                firstMessageAt == null || message.at().isBefore(firstMessageAt) ? message.at() : firstMessageAt;
        Instant newest = lastMessageAt == null || message.at().isAfter(lastMessageAt) ? message.at() : lastMessageAt;
        return new Correspondence(code, owner, caseNames, more, unread + 1, oldest, newest);
    }

    Optional<Message> message(String id) {
        return messages.stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** Marks a message as read; once read it stays so. */
    Correspondence read(String id) {
        List<Message> marked = messages.stream()
                .map(message -> message.id().equals(id) ? message.asRead() : message)
                .toList();
        int left = Math.toIntExact(
                marked.stream().filter(message -> !message.read()).count());
        return new Correspondence(code, owner, caseNames, marked, left, firstMessageAt, lastMessageAt);
    }

    /** Nothing while {@code submitted} was not heard, or for what is about all cases. */
    Optional<String> nameOf(@Nullable Integer caseNo) {
        return caseNames.stream()
                .filter(known -> caseNo != null && known.caseNo() == caseNo)
                .map(CaseName::name)
                .findFirst();
    }

    boolean belongsTo(String person) {
        return person.equals(owner);
    }
}
