package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.catalog.House;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;
import tools.jackson.databind.JsonNode;

/** Somebody publishes the second version of an item, and the process really halts; ten minutes later another one opens. */
final class PublicationCrashTest {
    /** Between the old version's row and the new edition, broker and outbox, edition and answer. */
    private static final List<String> POINTS = List.of("item.before-edition", "relay.after-send", "store.after-write");

    private static final Source CATALOG = new Source("catalog");
    private static final Broker BROKER = Broker.shared();
    private static final TestStore STORE = TestStore.open();

    @TempDir
    private static Path keys;

    /** The list that was issued before, by the item. */
    private static final Map<String, JsonNode> LISTS = new HashMap<>();

    /** The version that the search found when the house was open again. */
    private static final Map<String, Integer> FOUND = new HashMap<>();

    private static House house;

    /** One death after the other, and one life at the end. */
    @BeforeAll
    static void live() {
        List<String> settings = House.settings(STORE.database().getName(), BROKER.address(), keys);
        House.furnish(STORE);
        try (House before = House.open(House.clock(Duration.ofDays(-1)), settings)) {
            POINTS.forEach(point -> prepare(before, item(point)));
        }
        for (String point : POINTS) {
            new Fork(Doomed.class).dieAt(point, House.arguments(item(point), settings));
        }
        STORE.endLeases();
        house = House.open(House.clock(Duration.ofMinutes(10)), settings);
        POINTS.forEach(point ->
                FOUND.put(item(point), found(item(point)).at("/version").intValue()));
    }

    @AfterAll
    static void close() {
        house.close();
        STORE.close();
    }

    static List<String> points() {
        return POINTS;
    }

    @ParameterizedTest
    @MethodSource("points")
    void whatIsRepeatedUnderItsKeyIsPublishedAndToldOnce(String point) {
        String item = item(point);

        Answer repeated = Desk.publishUnderItsKey(house, item);
        Answer again = Desk.publishUnderItsKey(house, item);

        assertThat(repeated.status()).isEqualTo(200);
        assertThat(repeated.body()).contains("\"published\":true", "\"version\":2");
        assertThat(again).isEqualTo(repeated);
        assertThat(house.read("/items/" + item + "/versions").at("/items").findValuesAsString("version"))
                .containsExactly("2", "1");
        await().atMost(Duration.ofMinutes(1)).until(() -> told(item).size() >= 2);
        assertThat(told(item)).extracting(Envelope::type).containsOnly("catalog.item-published.v1");
        assertThat(told(item)).extracting(Envelope::sequence).containsExactly(1L, 2L);
        assertThat(found(item).at("/name").stringValue()).isEqualTo("新版" + item);
        assertThat(found(item).at("/version").intValue()).isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("points")
    void whatWasThereBeforeStays(String point) {
        String item = item(point);
        JsonNode list = Objects.requireNonNull(LISTS.get(item));

        JsonNode first = house.read("/items/" + item + "/versions/1");

        assertThat(first.at("/name").stringValue()).isEqualTo("旧版" + item);
        assertThat(house.read("/lists/" + list.at("/listNo").stringValue())).isEqualTo(list);
    }

    @Test
    void whatWasWrittenIsFoundBeforeAnybodyRepeatsIt() {
        assertThat(FOUND)
                .containsEntry(item("item.before-edition"), 1)
                .containsEntry(item("relay.after-send"), 2)
                .containsEntry(item("store.after-write"), 2);
    }

    /** An item in its first version, on somebody's list, with a draft of the second; all is told. */
    private static void prepare(House before, String item) {
        Desk.write(before, item, "旧版" + item);
        assertThat(Desk.publish(before, item, null).status()).isEqualTo(200);
        LISTS.put(item, before.send("/lists", """
                {"items": ["%s"], "division": "511602", "applicant": "自然人", "answers": {"agent": "no", "mode": "normal"}}""".formatted(item)));
        Desk.write(before, item, "新版" + item);
        await().atMost(Duration.ofMinutes(1)).until(() -> told(item).size() == 1);
    }

    private static JsonNode found(String item) {
        return house.read("/items?limit=100")
                .at("/items")
                .valueStream()
                .filter(hit -> hit.at("/id").stringValue().equals(item))
                .findFirst()
                .orElseThrow();
    }

    private static List<Envelope> told(String item) {
        return BROKER.told(CATALOG, item);
    }

    private static String item(String point) {
        return "crash-" + point.replace('.', '-');
    }
}
