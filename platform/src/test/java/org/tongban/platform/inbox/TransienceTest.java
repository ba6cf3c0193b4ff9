package org.tongban.platform.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.mongodb.MongoBulkWriteException;
import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoNotPrimaryException;
import com.mongodb.MongoSocketReadTimeoutException;
import com.mongodb.MongoTimeoutException;
import com.mongodb.MongoWriteConcernException;
import com.mongodb.MongoWriteException;
import com.mongodb.ServerAddress;
import com.mongodb.WriteError;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.bulk.BulkWriteResult;
import com.mongodb.bulk.WriteConcernError;
import java.io.IOException;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bson.BsonDocument;
import org.bson.BsonInt32;
import org.bson.BsonMaximumSizeExceededException;
import org.bson.codecs.configuration.CodecConfigurationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.problem.Busy;

/** Nothing of the store's own troubles may send a healthy event to the dead letters. */
final class TransienceTest {
    private static final ServerAddress SERVER = new ServerAddress();
    private static final BsonDocument NOTHING = new BsonDocument();

    /**
     * Internal error, wrong password, no right, no host, shutdown, network time-outs, no primary found, interrupted, stale
     * shard, no disk space, time limit, not primary, quota of a hosted cluster.
     */
    @ParameterizedTest
    @ValueSource(
            ints = {1, 6, 7, 13, 18, 50, 63, 89, 91, 112, 133, 189, 262, 8000, 9001, 10107, 11600, 11602, 13435, 14031})
    void whatTheStoreSaysAboutItselfWaits(int code) {
        assertThat(Transience.of(command(code))).isTrue();
        assertThat(Transience.of(write(code))).isTrue();
        assertThat(Transience.of(new IllegalStateException("wrapped", bulk(code))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 9, 14, 28, 121, 11000, 10334, 17280, 17419})
    void whatItSaysAboutTheDocumentDoesNot(int code) {
        assertThat(Transience.of(command(code))).isFalse();
        assertThat(Transience.of(write(code))).isFalse();
        assertThat(Transience.of(bulk(code))).isFalse();
    }

    @Test
    void aLabelThatInvitesToTryAgainCountsMoreThanTheCode() {
        MongoException labelled = command(2);
        labelled.addLabel("RetryableWriteError");

        assertThat(Transience.of(labelled)).isTrue();
    }

    static Stream<Throwable> waiting() {
        return Stream.of(
                new MongoNotPrimaryException(NOTHING, SERVER),
                new MongoSocketReadTimeoutException("read", SERVER, new IOException("x")),
                new MongoTimeoutException("no primary"),
                new MongoWriteConcernException(
                        new WriteConcernError(64, "WriteConcernFailed", "waited", NOTHING), null, SERVER, Set.of()),
                new IllegalStateException("state should be: open"),
                new Busy());
    }

    @ParameterizedTest
    @MethodSource("waiting")
    void silenceChangesAndLostRacesWait(Throwable thrown) {
        assertThat(Transience.of(thrown)).isTrue();
    }

    static Stream<Throwable> ourOwn() {
        return Stream.of(
                new IllegalStateException("a bug"),
                new CodecConfigurationException("no codec"),
                new BsonMaximumSizeExceededException("too large"),
                new ArithmeticException("never"));
    }

    @ParameterizedTest
    @MethodSource("ourOwn")
    void ourOwnFaultsDoNot(Throwable thrown) {
        assertThat(Transience.of(thrown)).isFalse();
    }

    private static MongoCommandException command(int code) {
        return new MongoCommandException(
                new BsonDocument("ok", new BsonInt32(0)).append("code", new BsonInt32(code)), SERVER);
    }

    private static MongoWriteException write(int code) {
        return new MongoWriteException(new WriteError(code, "said", NOTHING), SERVER, Set.of());
    }

    private static MongoBulkWriteException bulk(int code) {
        return new MongoBulkWriteException(
                BulkWriteResult.unacknowledged(),
                List.of(new BulkWriteError(code, "said", NOTHING, 0)),
                null,
                SERVER,
                Set.of());
    }
}
