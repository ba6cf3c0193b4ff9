package org.tongban.identity.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.mongodb.client.MongoCollection;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bson.BsonDocument;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.aggregate.AggregateStore;
import org.tongban.platform.aggregate.AggregateType;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.problem.NotNow;
import org.tongban.platform.secret.Keys;

class PeopleTest {
    private static final IdentityCard CARD = IdentityCard.read("张安然", "511602188001010010");

    private final TestClock clock = new TestClock();
    private final Path keys = SampleKeys.folder();
    private TestStore store;
    private People people;

    @BeforeEach
    void open() {
        store = TestStore.open();
        people = people();
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aPersonIsMadeOnceHoweverOftenAndFromWhereverSeen() throws Exception {
        Instant first = clock.instant();
        ExecutorService instances = Executors.newFixedThreadPool(4);
        List<Callable<Person>> looks = List.of(
                () -> people.seen("p"), () -> people.seen("p"), () -> people().seen("p"), () -> people().seen("p"));

        for (Future<Person> seen : instances.invokeAll(looks)) {
            assertThat(seen.get().createdAt()).isEqualTo(first);
        }
        instances.shutdown();
        clock.tick(Duration.ofDays(1));

        assertThat(people.seen("p").createdAt()).isEqualTo(first);
        assertThat(documents().countDocuments()).isEqualTo(1);
    }

    @Test
    void whatIsStoredTellsNeitherNameNorNumber() {
        people.seen("p");

        people.prove("p", CARD);

        assertThat(documents().find().first().toJson()).doesNotContain("张", "安然", "511602188001010010");
        assertThat(people.isProved(people.seen("p"), CARD)).isTrue();
    }

    @Test
    void aSecondPersonWithTheSameNumberIsRefused() {
        people.seen("p");
        people.seen("q");
        people.prove("p", CARD);

        assertThatThrownBy(() -> people.prove("q", CARD)).isInstanceOf(IdentityTaken.class);

        assertThat(people.seen("q").proof()).isNull();
    }

    @Test
    void ofTwoAtOnceOneIsProved() throws Exception {
        for (int round = 0; round < 10; round++) {
            documents().deleteMany(new BsonDocument());
            identities().deleteMany(new Document());
            people.seen("p");
            people.seen("q");
            ExecutorService both = Executors.newFixedThreadPool(2);

            both.invokeAll(List.of(() -> people.prove("p", CARD), () -> people().prove("q", CARD)));

            both.shutdown();
            assertThat(List.of(people.seen("p"), people.seen("q")))
                    .filteredOn(person -> person.proof() != null)
                    .hasSize(1);
        }
    }

    /** A unique index on anything but the id cannot be had on a divided collection. */
    @Test
    void thatANumberIsTakenIsSaidByAnIdAndByNoIndex() {
        people.seen("p");
        people.prove("p", CARD);

        assertThat(documents().listIndexes())
                .noneSatisfy(index -> assertThat(index).containsEntry("unique", true));
        assertThat(identities().find())
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("person", "p").containsKey("_id"));
        assertThat(identities().find().first().toJson()).doesNotContain("511602188001010010");
    }

    @Test
    void whoWasProvedBeforeNumbersWereClaimedKeepsTheirs() {
        people.seen("p");
        people.seen("q");
        people.prove("p", CARD);
        identities().deleteMany(new Document());

        assertThatThrownBy(() -> people.prove("q", CARD)).isInstanceOf(IdentityTaken.class);

        assertThat(identities().countDocuments()).isZero();
        assertThat(people.isProved(people.prove("p", CARD), CARD)).isTrue();
    }

    @Test
    void whoDiedBetweenClaimAndProofGoesOnAndNobodyElseDoes() {
        people.seen("p");
        people.seen("q");
        people.prove("p", CARD);
        documents().deleteMany(new BsonDocument());
        people.seen("p");
        people.seen("q");

        assertThatThrownBy(() -> people.prove("q", CARD)).isInstanceOf(IdentityTaken.class);

        assertThat(people.isProved(people.prove("p", CARD), CARD)).isTrue();
    }

    @Test
    void theSameNumberIsKnownAgainAfterTheKeysWereRotated() throws IOException {
        people.seen("p");
        people.seen("q");
        people.prove("p", CARD);

        SampleKeys.write(keys, "field-20270101");
        SampleKeys.write(keys, "index-20270101");
        People rotated = people();

        assertThat(rotated.isProved(rotated.seen("p"), CARD)).isTrue();
        assertThatThrownBy(() -> rotated.prove("q", CARD)).isInstanceOf(IdentityTaken.class);
    }

    @Test
    void whoIsProvedCannotBecomeSomebodyElse() {
        people.seen("p");
        people.prove("p", CARD);

        assertThatThrownBy(() -> people.prove("p", IdentityCard.read("张安然", "11010118990101010X")))
                .isInstanceOf(NotNow.class);

        people.seen("q");
        assertThat(people.prove("q", IdentityCard.read("张安然", "11010118990101010X"))
                        .proof())
                .isNotNull();
    }

    @Test
    void aNameThatTheRegistryConfirmsAnewIsTaken() {
        people.seen("p");
        people.prove("p", CARD);
        IdentityCard renamed = IdentityCard.read("张安宁", "511602188001010010");

        people.prove("p", renamed);

        assertThat(people.isProved(people.seen("p"), renamed)).isTrue();
    }

    private People people() {
        return new People(
                new AggregateStore<>(
                        store.database(), new AggregateType<>(Person.class, "people", "id"), clock, id -> {}),
                new Identities(store.database()),
                new Seals(Keys.in(keys).fieldCipher(), Keys.in(keys).blindIndex()),
                clock);
    }

    private MongoCollection<Document> identities() {
        return store.database().getCollection("identities");
    }

    private MongoCollection<BsonDocument> documents() {
        return store.database().getCollection("people", BsonDocument.class);
    }
}
