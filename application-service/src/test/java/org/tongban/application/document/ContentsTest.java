package org.tongban.application.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.gridfs.GridFSBuckets;
import com.mongodb.client.gridfs.model.GridFSUploadOptions;
import com.mongodb.event.CommandListener;
import com.mongodb.event.CommandSucceededEvent;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.Date;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.bson.types.ObjectId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

final class ContentsTest {
    private static final int MIB = 1024 * 1024;

    private final AtomicInteger largestReply = new AtomicInteger();
    private final MongoClient client = MongoClients.create(MongoClientSettings.builder()
            .applyConnectionString(new ConnectionString(TestStore.uri()))
            .addCommandListener(new CommandListener() {
                @Override
                public void commandSucceeded(CommandSucceededEvent event) {
                    if (event.getCommandName().equals("find")) {
                        largestReply.accumulateAndGet(size(event), Math::max);
                    }
                }
            })
            .build());
    private final MongoDatabase database = client.getDatabase("test_" + OpaqueId.next());
    private final TestClock clock = new TestClock();
    private final Contents contents = new Contents(database, clock);

    /** The bytes of files in one reply of the store. */
    private static int size(CommandSucceededEvent event) {
        return event.getResponse().getDocument("cursor").getArray("firstBatch").stream()
                .mapToInt(each -> each.asDocument().containsKey("data")
                        ? each.asDocument().getBinary("data").getData().length
                        : 0)
                .sum();
    }

    @AfterEach
    void close() {
        database.drop();
        client.close();
    }

    @Test
    void aDownloadHoldsOneChunkAtATime() {
        byte[] file = new byte[3 * MIB + 5];
        new Random(7).nextBytes(file);
        contents.keep("d1", new ByteArrayInputStream(file));
        largestReply.set(0);

        byte[] read = DocumentSamples.bytes(contents.open("d1"));

        assertThat(read).isEqualTo(file);
        assertThat(largestReply.get()).isEqualTo(Contents.CHUNK);
    }

    @Test
    void filesInTheLargerChunksOfBeforeAreReadable() {
        byte[] file = new byte[2 * MIB + 5];
        new Random(8).nextBytes(file);
        GridFSBuckets.create(database, "contents")
                .uploadFromStream("d2", new ByteArrayInputStream(file), new GridFSUploadOptions().chunkSizeBytes(MIB));

        assertThat(DocumentSamples.bytes(contents.open("d2"))).isEqualTo(file);
        assertThat(largestReply.get()).isEqualTo(MIB);
    }

    @Test
    void bytesForWhichNothingStandsAreRemovedOnceTheyAreOld() {
        keep("named");
        keep("unnamed");
        contents.mayBeUnnamed("named");
        contents.mayBeUnnamed("unnamed");

        contents.sweep(clock.instant(), "named"::equals);
        assertThat(chunks()).as("too young to be looked at").isEqualTo(2);
        clock.tick(Duration.ofHours(1));
        contents.sweep(clock.instant(), "named"::equals);

        assertThat(chunks()).isEqualTo(1);
        assertThat(DocumentSamples.bytes(contents.open("named"))).hasSize(9);
        assertThatThrownBy(() -> contents.open("unnamed")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void bytesThatComeAgainWhileTheyAreLookedAtStay() {
        keep("again");
        contents.mayBeUnnamed("again");
        clock.tick(Duration.ofHours(2));

        contents.sweep(clock.instant().minus(Duration.ofHours(1)), digest -> {
            keep(digest);
            return false;
        });

        assertThat(DocumentSamples.bytes(contents.open("again"))).hasSize(9);
    }

    @Test
    void chunksOfAnUploadThatBrokeOffAreRemoved() {
        assertThatThrownBy(() -> contents.keep("broken", new Breaking())).isInstanceOf(MongoException.class);
        ObjectId cutOff = new ObjectId();
        database.getCollection("contents.chunks").insertOne(new org.bson.Document("files_id", cutOff).append("n", 0));
        database.getCollection("contents.unfinished")
                .insertOne(new org.bson.Document("_id", cutOff.toHexString()).append("at", Date.from(clock.instant())));

        clock.tick(Duration.ofHours(1));
        contents.sweep(clock.instant(), digest -> false);

        assertThat(chunks()).isZero();
        assertThat(database.getCollection("contents.unfinished").countDocuments())
                .isZero();
    }

    private void keep(String digest) {
        contents.keep(digest, new ByteArrayInputStream(new byte[9]));
    }

    private long chunks() {
        return database.getCollection("contents.chunks").countDocuments();
    }

    /** A file that ends after a while with an error of the disk. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class Breaking extends InputStream {
        private int read;

        @Override
        public int read() throws IOException {
            if (read++ > 2 * Contents.CHUNK) {
                throw new IOException("no more");
            }
            return 1;
        }
    }

    @Test
    void anEmptyFileHasNoChunk() {
        contents.keep("d3", new ByteArrayInputStream(new byte[0]));

        assertThat(contents.open("d3").next()).isEmpty();
    }
}
