package org.tongban.catalog.upkeep;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.set;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.awaitility.core.ConditionFactory;
import org.bson.Document;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.catalog.House;
import org.tongban.catalog.editing.Desk;
import org.tongban.catalog.item.Dossier;
import org.tongban.catalog.item.Edition;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.ItemReader;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.catalog.search.ItemIndex;
import org.tongban.platform.json.CanonicalJson;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.node.ObjectNode;

/** The loop of a running house, whose clock is in the test's hand. */
final class UpkeepLoopTest {
    private static final LocalDate TOMORROW = LegalZone.dateOf(TestClock.START).plusDays(1);
    private static final TestStore STORE = TestStore.open();
    private static final TestClock CLOCK = new TestClock();

    @TempDir
    private static Path keys;

    private static House house;

    @BeforeAll
    static void open() {
        House.furnish(STORE);
        house = House.open(
                CLOCK,
                House.settings(STORE.database().getName(), Broker.shared().address(), keys));
    }

    @AfterAll
    static void close() {
        house.close();
        STORE.close();
    }

    @BeforeEach
    void today() {
        CLOCK.set(TestClock.START);
    }

    @AfterEach
    void mend() {
        STORE.database().getCollection("reference").deleteOne(eq("_id", "halls"));
    }

    @Test
    void anApprovedDraftIsPublicOnceItsDayHasBegunInShanghai() {
        planned("due-tomorrow");

        CLOCK.set(LegalZone.startOf(TOMORROW).minusMillis(1));
        looked("due-not-yet");
        assertThat(version("due-tomorrow")).isEqualTo(1);

        CLOCK.set(LegalZone.startOf(TOMORROW));
        eventually().until(() -> version("due-tomorrow") == 2);
        assertThat(house.read("/items/due-tomorrow").at("/name").stringValue()).isEqualTo("新版");
        eventually().until(() -> found("due-tomorrow") == 2);
    }

    @Test
    void aReferenceFileThatCannotBeReadStopsNeitherPublicationNorSearch() {
        planned("due-beside-broken-file");
        STORE.database()
                .getCollection("reference")
                .insertOne(new Document("_id", "halls").append("digest", "d").append("text", "{oops"));

        CLOCK.set(LegalZone.startOf(TOMORROW));

        eventually().until(() -> version("due-beside-broken-file") == 2);
        looked("found-beside-broken-file");
    }

    @Test
    void aDraftThatCannotBeReadKeepsNoOtherFromItsDay() {
        planned("due-a-broken");
        planned("due-b-sound");
        STORE.database().getCollection("items").updateOne(eq("_id", "due-a-broken"), set("draft.gsi", "{oops"));

        CLOCK.set(LegalZone.startOf(TOMORROW));

        eventually().until(() -> version("due-b-sound") == 2);
        looked("found-beside-broken-draft");
        assertThat(version("due-a-broken")).isEqualTo(1);
    }

    @Test
    void twoInstancesShowTheSameThoughOnlyOneWasTold() {
        Desk.write(house, "two-instances", "先来");
        assertThat(Desk.publish(house, "two-instances", null).status()).isEqualTo(200);
        try (House other = House.open(
                CLOCK,
                House.settings(STORE.database().getName(), Broker.shared().address(), keys))) {
            assertThat(other.bean(ItemIndex.class).version("two-instances"))
                    .as("found before the port opens")
                    .isEqualTo(1);

            planned("two-instances-due");
            eventually().until(() -> other.bean(ItemIndex.class).version("two-instances-due") == 1);
            CLOCK.set(LegalZone.startOf(TOMORROW));
            eventually().until(() -> found("two-instances-due") == 2);
            eventually().until(() -> other.bean(ItemIndex.class).version("two-instances-due") == 2);
            assertThat(version("two-instances-due"))
                    .as("published once by the two of them")
                    .isEqualTo(2);

            Halt halt = new Halt(Standing.SUSPENDED, "系统改造", "请到窗口办理", "anna", CLOCK.instant());
            Optional<Dossier> unused = house.bean(Items.class).change("two-instances", dossier -> dossier.halt(halt));
            eventually().until(() -> isSuspended(house) && isSuspended(other));
            assertThat(other.read("/keys")).isEqualTo(house.read("/keys"));
        }
    }

    private static boolean isSuspended(House instance) {
        return instance.read("/items?q=%E5%85%88%E6%9D%A5&limit=100").at("/items").findParents("suspended").stream()
                .anyMatch(item -> item.at("/id").asString().equals("two-instances")
                        && !item.at("/suspended").isNull());
    }

    /** An item in its first version, whose second is approved for tomorrow. */
    private static void planned(String item) {
        Desk.write(house, item, "旧版");
        assertThat(Desk.publish(house, item, null).status()).isEqualTo(200);
        Desk.write(house, item, "新版");
        assertThat(Desk.publish(house, item, TOMORROW).status()).isEqualTo(202);
    }

    /** Another instance publishes an item, and the loop has found it. */
    private static void looked(String item) {
        ObjectNode guide = SoundGuide.guide().put("id", item);
        Items.Publication unused = house.bean(Items.class)
                .publish(
                        item,
                        Edition.of(ItemReader.read(guide), CanonicalJson.text(guide), List.of(), CLOCK.instant()),
                        "other");
        eventually().until(() -> found(item) == 1);
    }

    private static int version(String item) {
        return house.bean(Items.class).item(item).published();
    }

    private static int found(String item) {
        return house.bean(ItemIndex.class).version(item);
    }

    /** Long enough for a machine that is busy with other things. */
    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(1));
    }
}
