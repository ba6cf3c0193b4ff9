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
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.KeyReused;

/** The commands an aggregate has carried out: those of the last 24 hours, and never fewer than the last 50. */
final class CommandLog {
    private static final Duration KEPT = Duration.ofHours(24);
    private static final int KEPT_AT_LEAST = 50;

    private CommandLog() {}

    /** @throws KeyReused when the same key came with another body */
    static Optional<Answer> find(BsonDocument document, Command command) {
        for (BsonValue value : document.getArray(Layout.COMMANDS, new BsonArray())) {
            BsonDocument known = value.asDocument();
            if (known.getString("id").getValue().equals(command.id())) {
                if (!known.getString("digest").getValue().equals(command.digest())) {
                    throw new KeyReused();
                }
                return Optional.of(read(known));
            }
        }
        return Optional.empty();
    }

    static BsonArray with(BsonDocument document, Command command, Answer answer, Instant now) {
        List<BsonValue> all = new ArrayList<>(document.getArray(Layout.COMMANDS, new BsonArray()));
        long oldest = now.minus(KEPT).toEpochMilli();
        while (all.size() >= KEPT_AT_LEAST
                && all.get(0).asDocument().getDateTime("at").getValue() < oldest) {
            all.remove(0);
        }
        all.add(write(command, answer, now));
        return new BsonArray(all);
    }

    private static BsonDocument write(Command command, Answer answer, Instant now) {
        BsonDocument entry = new BsonDocument("id", new BsonString(command.id()))
                .append("digest", new BsonString(command.digest()))
                .append("at", new BsonDateTime(now.toEpochMilli()))
                .append("status", new BsonInt32(answer.status()))
                .append("mediaType", new BsonString(answer.mediaType()))
                .append("body", new BsonString(answer.body()));
        if (answer.location() != null) {
            entry.append("location", new BsonString(answer.location()));
        }
        if (answer.etag() != null) {
            entry.append("etag", new BsonString(answer.etag()));
        }
        return entry;
    }

    private static Answer read(BsonDocument entry) {
        return new Answer(
                entry.getInt32("status").getValue(),
                text(entry, "location"),
                text(entry, "etag"),
                entry.getString("mediaType").getValue(),
                entry.getString("body").getValue());
    }

    private static @Nullable String text(BsonDocument entry, String field) {
        return entry.containsKey(field) ? entry.getString(field).getValue() : null;
    }
}
