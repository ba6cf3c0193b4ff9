package org.tongban.platform.aggregate;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.idempotency.KeyReused;

/**
 * The commands an aggregate has carried out in the last 24 hours, the newest 200 of them.
 *
 * <p>Entries of older versions hold the whole answer as well; it is passed over, and gone with the next write.
 */
final class CommandLog {
    static final int MOST = 200;
    private static final Duration KEPT = Duration.ofHours(24);
    private static final String AT = "at";
    private static final List<String> ANSWERS = List.of("mediaType", "body");

    private CommandLog() {}

    /** What is known of a command. */
    record Known(CommandResult result, Instant at) {}

    /** @throws KeyReused when the same key came with another body */
    static Optional<Known> find(BsonDocument document, Command command, Instant now) {
        for (BsonValue value : entries(document)) {
            BsonDocument entry = value.asDocument();
            if (isKept(entry, now) && entry.getString("id").getValue().equals(command.id())) {
                if (!entry.getString("digest").getValue().equals(command.digest())) {
                    throw new KeyReused();
                }
                return Optional.of(new Known(result(entry), at(entry)));
            }
        }
        return Optional.empty();
    }

    /** Writes it behind the others; they are sent again only when one of them has to go. */
    static void remember(Guarded update, BsonDocument before, Command command, CommandResult result, Instant now) {
        BsonArray known = entries(before);
        List<BsonValue> kept = new ArrayList<>();
        for (BsonValue entry : known) {
            if (isKept(entry.asDocument(), now)) {
                kept.add(withoutAnswer(entry.asDocument()));
            }
        }
        BsonDocument entry = write(command, result, now);
        if (kept.equals(known.getValues())) {
            update.pushLast(Layout.COMMANDS, entry, MOST);
        } else {
            kept.add(entry);
            update.set(Layout.COMMANDS, new BsonArray(kept.subList(Math.max(0, kept.size() - MOST), kept.size())));
        }
    }

    private static BsonArray entries(BsonDocument document) {
        return document.getArray(Layout.COMMANDS, new BsonArray());
    }

    private static boolean isKept(BsonDocument entry, Instant now) {
        return !at(entry).isBefore(now.minus(KEPT));
    }

    private static BsonDocument withoutAnswer(BsonDocument entry) {
        if (ANSWERS.stream().noneMatch(entry::containsKey)) {
            return entry;
        }
        BsonDocument head = entry.clone();
        ANSWERS.forEach(head::remove);
        return head;
    }

    private static BsonDocument write(Command command, CommandResult result, Instant now) {
        BsonDocument entry = new BsonDocument("id", new BsonString(command.id()))
                .append("digest", new BsonString(command.digest()))
                .append(AT, new BsonDateTime(now.toEpochMilli()))
                .append("status", new BsonInt32(result.status()));
        if (result.location() != null) {
            entry.append("location", new BsonString(result.location()));
        }
        if (result.etag() != null) {
            entry.append("etag", new BsonString(result.etag()));
        }
        return entry;
    }

    private static CommandResult result(BsonDocument entry) {
        return new CommandResult(entry.getInt32("status").getValue(), text(entry, "location"), text(entry, "etag"));
    }

    private static Instant at(BsonDocument entry) {
        return Instant.ofEpochMilli(entry.getDateTime(AT).getValue());
    }

    private static @Nullable String text(BsonDocument entry, String field) {
        return entry.containsKey(field) ? entry.getString(field).getValue() : null;
    }
}
