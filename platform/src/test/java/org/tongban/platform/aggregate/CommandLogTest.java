package org.tongban.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.bson.BsonArray;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;

final class CommandLogTest {
    private static final Instant NOON = Instant.parse("2026-11-24T04:00:00Z");

    private final BsonDocument document = new BsonDocument();

    @Test
    void thoseOfTheLastDayAreAllKept() {
        rememberEach(0, 200, Duration.ofMinutes(1));

        assertThat(known(0)).isTrue();
        assertThat(known(199)).isTrue();
    }

    @Test
    void ofOlderOnesNeverFewerThanFiftyAreKept() {
        rememberEach(0, 200, Duration.ofDays(1));

        assertThat(log()).hasSize(50);
        assertThat(known(149)).isFalse();
        assertThat(known(150)).isTrue();
        assertThat(known(199)).isTrue();
    }

    @Test
    void aDayOldAndBeyondFiftyIsForgotten() {
        rememberEach(0, 60, Duration.ofMinutes(1));

        remember(60, NOON.plus(Duration.ofHours(24)).plus(Duration.ofMinutes(30)));

        assertThat(known(9)).isFalse();
        assertThat(log()).hasSize(50);
    }

    @Test
    void anAnswerIsReadBackWhole() {
        Answer answer = new Answer(201, "/things/1", "7", "application/json", "{\"id\":\"1\"}");

        document.put(Layout.COMMANDS, CommandLog.with(document, command(1), answer, NOON));

        assertThat(CommandLog.find(document, command(1))).contains(answer);
    }

    private void rememberEach(int from, int to, Duration apart) {
        for (int n = from; n < to; n++) {
            remember(n, NOON.plus(apart.multipliedBy(n)));
        }
    }

    private void remember(int n, Instant at) {
        document.put(Layout.COMMANDS, CommandLog.with(document, command(n), Answer.ok(Map.of("n", n)), at));
    }

    private boolean known(int n) {
        return CommandLog.find(document, command(n)).isPresent();
    }

    private BsonArray log() {
        return document.getArray(Layout.COMMANDS);
    }

    private static Command command(int n) {
        return new Command("me", "POST /things", "k" + n, "digest", null);
    }
}
