package org.tongban.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bson.BsonArray;
import org.bson.BsonDateTime;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonString;
import org.bson.BsonValue;
import org.junit.jupiter.api.Test;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.idempotency.CommandResult;
import org.tongban.platform.mongo.BsonSize;

final class CommandLogTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");
    private static final CommandResult RESULT = new CommandResult(201, "/things/1", "7");

    @Test
    void anEntryIsPutBehindTheOthersOfWhichTheNewestStay() {
        BsonDocument update = remember(new BsonDocument(), NOON);

        BsonDocument push = update.getDocument("$push").getDocument(Layout.COMMANDS);
        assertThat(push.getArray("$each")).hasSize(1);
        assertThat(push.getInt32("$slice").getValue()).isEqualTo(-200);
        assertThat(push.getArray("$each").get(0).asDocument())
                .containsOnlyKeys("id", "digest", "at", "status", "location", "etag");
    }

    @Test
    void tenThousandCommandsLeaveASmallLogAndTheLastOneSendsAsLittleAsTheFirst() {
        BsonDocument document = new BsonDocument();
        List<Integer> sent = new ArrayList<>();

        for (int n = 10_000; n < 20_000; n++) {
            Command command = command("k" + n);
            Guarded update = new Guarded(document, NOON);
            CommandLog.remember(update, document, command, RESULT, NOON);
            sent.add(BsonSize.of(update.update()));
            document = pushed(document, update.update());
        }

        assertThat(document.getArray(Layout.COMMANDS)).hasSize(CommandLog.MOST);
        assertThat(BsonSize.of(document)).isLessThan(256 * 1024);
        assertThat(sent).containsOnly(sent.get(0));
        assertThat(CommandLog.find(document, command("k19999"), NOON)).isPresent();
        assertThat(CommandLog.find(document, command("k10000"), NOON)).isEmpty();
    }

    @Test
    void whatWasDoneIsReadBackWhole() {
        BsonDocument document = holding(remember(new BsonDocument(), NOON)
                .getDocument("$push")
                .getDocument(Layout.COMMANDS)
                .getArray("$each"));

        assertThat(CommandLog.find(document, command("k"), NOON)).contains(new CommandLog.Known(RESULT, NOON));
    }

    @Test
    void aDayOldIsForgotten() {
        BsonDocument document = holding(new BsonArray(List.of(older("k", NOON))));

        assertThat(CommandLog.find(document, command("k"), NOON.plus(Duration.ofHours(24))))
                .isPresent();
        assertThat(CommandLog.find(
                        document, command("k"), NOON.plus(Duration.ofHours(24)).plusMillis(1)))
                .isEmpty();
    }

    @Test
    void anEntryThatStillHoldsItsAnswerIsReadWithoutItAndLosesItWithTheNextWrite() {
        BsonDocument document = holding(new BsonArray(List.of(older("old", NOON))));

        BsonArray after = remember(document, NOON).getDocument("$set").getArray(Layout.COMMANDS);

        assertThat(CommandLog.find(document, command("old"), NOON)).contains(new CommandLog.Known(RESULT, NOON));
        assertThat(after).hasSize(2);
        assertThat(after.get(0).asDocument()).doesNotContainKeys("body", "mediaType");
        assertThat(CommandLog.find(holding(after), command("old"), NOON)).contains(new CommandLog.Known(RESULT, NOON));
    }

    @Test
    void whatIsForgottenGoesWithTheNextWrite() {
        BsonDocument document =
                holding(new BsonArray(List.of(older("old", NOON.minus(Duration.ofHours(25))), older("new", NOON))));

        BsonArray after = remember(document, NOON).getDocument("$set").getArray(Layout.COMMANDS);

        assertThat(after)
                .extracting(entry -> entry.asDocument().getString("id").getValue())
                .containsExactly(command("new").id(), command("k").id());
    }

    /** As the store carries it out. */
    private static BsonDocument pushed(BsonDocument document, BsonDocument update) {
        BsonDocument push = update.getDocument("$push").getDocument(Layout.COMMANDS);
        List<BsonValue> all = new ArrayList<>(document.getArray(Layout.COMMANDS, new BsonArray()));
        all.addAll(push.getArray("$each"));
        int kept = -push.getInt32("$slice").getValue();
        return holding(new BsonArray(all.subList(Math.max(0, all.size() - kept), all.size())));
    }

    private static BsonDocument remember(BsonDocument document, Instant now) {
        Guarded update = new Guarded(document, now);
        CommandLog.remember(update, document, command("k"), RESULT, now);
        return update.update();
    }

    private static BsonDocument holding(BsonArray commands) {
        return new BsonDocument(Layout.COMMANDS, commands);
    }

    /** As they were written while the whole answer was kept. */
    private static BsonDocument older(String key, Instant at) {
        return new BsonDocument("id", new BsonString(command(key).id()))
                .append("digest", new BsonString("digest"))
                .append("at", new BsonDateTime(at.toEpochMilli()))
                .append("status", new BsonInt32(201))
                .append("mediaType", new BsonString("application/json"))
                .append("body", new BsonString("{}"))
                .append("location", new BsonString("/things/1"))
                .append("etag", new BsonString("7"));
    }

    private static Command command(String key) {
        return new Command("me", "POST /things", key, "digest", null);
    }
}
