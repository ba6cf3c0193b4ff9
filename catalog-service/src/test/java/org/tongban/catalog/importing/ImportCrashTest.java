package org.tongban.catalog.importing;

import static com.mongodb.client.model.Filters.exists;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tongban.catalog.House;
import org.tongban.platform.aggregate.Layout;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestStore;
import tools.jackson.databind.JsonNode;

/** The process really halts in the middle of a file, three times; each time the file is sent again, longer. */
final class ImportCrashTest {
    private static final Source CATALOG = new Source("catalog");
    private static final int ALL = 20;
    private static final Duration LONG = Duration.ofMinutes(1);

    private final Broker broker = Broker.shared();
    private final TestStore store = TestStore.open();

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void aFileSentAgainGoesOnAndNothingIsTakenTwice(@TempDir Path keys) throws IOException {
        List<String> settings = House.settings(store.database().getName(), broker.address(), keys);
        House.furnish(store);
        try (House before = House.open(House.clock(Duration.ofDays(-1)), settings)) {
            Doomed.take(before, String.join("\n", Doomed.line(0, "事项0"), Doomed.line(1, "事项1"), Doomed.line(2, "事项2")));
            await().atMost(LONG).until(this::isAllTold);
        }

        new Fork(Doomed.class).dieAt("item.before-edition", House.arguments("8", settings));
        new Fork(Doomed.class).dieAt("relay.after-send", House.arguments("14", settings));
        new Fork(Doomed.class).dieAt("store.after-write", House.arguments(Integer.toString(ALL), settings));

        store.endLeases();
        try (House after = House.open(House.clock(Duration.ofMinutes(10)), settings)) {
            List<JsonNode> last = Doomed.take(after, Doomed.file(ALL));
            List<JsonNode> again = Doomed.take(after, Doomed.file(ALL));

            assertThat(results(last).subList(0, 3)).containsOnly("unchanged");
            assertThat(results(last).subList(ALL - 1, ALL)).containsOnly("created");
            assertThat(results(again)).hasSize(ALL).containsOnly("unchanged");
            assertThat(IntStream.range(0, ALL)).allSatisfy(no -> {
                assertThat(after.read("/items/" + Doomed.id(no) + "/versions").at("/items"))
                        .hasSize(versions(no));
                assertThat(found(after, no)).isEqualTo(versions(no));
            });
            await().atMost(LONG).until(this::isAllTold);
        }
        assertThat(told())
                .isEqualTo(IntStream.range(0, ALL)
                        .boxed()
                        .collect(Collectors.toMap(
                                Doomed::id,
                                no -> LongStream.rangeClosed(1, versions(no))
                                        .boxed()
                                        .toList())));
    }

    private static int versions(int no) {
        return no == Doomed.RENAMED ? 2 : 1;
    }

    private static int found(House house, int no) {
        return house.read("/items?limit=100")
                .at("/items")
                .valueStream()
                .filter(hit -> Objects.equals(hit.at("/id").stringValue(), Doomed.id(no)))
                .mapToInt(hit -> hit.at("/version").intValue())
                .findFirst()
                .orElseThrow();
    }

    /** The numbers of the events that were told about each item, the same again left out. */
    private Map<String, List<Long>> told() {
        return broker.records(CATALOG.topic(), message -> Doomed.isId(message.key())).stream()
                .map(EventWire::read)
                .distinct()
                .collect(Collectors.groupingBy(
                        Envelope::subject, Collectors.mapping(Envelope::sequence, Collectors.toList())));
    }

    private boolean isAllTold() {
        return store.database().getCollection("items").countDocuments(exists(Layout.PENDING_SINCE)) == 0;
    }

    private static List<String> results(List<JsonNode> lines) {
        return lines.stream().map(line -> line.at("/result").stringValue()).toList();
    }
}
