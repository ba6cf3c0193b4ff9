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
    static final int MOST_MESSAGES = 200;

    record CaseName(int caseNo, String name) {}

    Correspondence {
        caseNames = List.copyOf(caseNames);
        messages = List.copyOf(messages);
    }

    static Correspondence about(String code) {
        return new Correspondence(TrackingCode.parse(code), null, List.of(), List.of(), 0, null, null);
    }

    Correspondence openedBy(@Nullable String person, List<CaseName> names) {
        return new Correspondence(code, person, names, messages, unread, firstMessageAt, lastMessageAt);
    }

    /** Adds a message; the oldest of more than {@value #MOST_MESSAGES} goes, the timeline has it for good. */
    Correspondence with(Message message) {
        List<Message> kept = new ArrayList<>(messages);
        kept.add(message);
        while (kept.size() > MOST_MESSAGES) {
            kept.remove(0);
        }
        Instant oldest = kept.stream().map(Message::at).min(Instant::compareTo).orElse(message.at());
        Instant newest = kept.stream().map(Message::at).max(Instant::compareTo).orElse(message.at());
        return new Correspondence(code, owner, caseNames, kept, unreadOf(kept), oldest, newest);
    }

    private static int unreadOf(List<Message> messages) {
        return Math.toIntExact(
                messages.stream().filter(message -> !message.read()).count());
    }

    Optional<Message> message(String id) {
        return messages.stream().filter(message -> message.id().equals(id)).findFirst();
    }

    /** Marks a message as read; once read it stays so. */
    Correspondence read(String id) {
        List<Message> marked = messages.stream()
                .map(message -> message.id().equals(id) ? message.asRead() : message)
                .toList();
        return new Correspondence(code, owner, caseNames, marked, unreadOf(marked), firstMessageAt, lastMessageAt);
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
