package org.tongban.catalog;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.bson.Document;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.type.classreading.MetadataReader;
import org.springframework.core.type.classreading.MetadataReaderFactory;
import org.tongban.catalog.list.SampleKeys;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;
import tools.jackson.databind.JsonNode;

/** The whole service as it is started, with its loops, its relay and its port, on a given store, broker and clock. */
public final class House implements AutoCloseable {
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    private final ConfigurableApplicationContext context;

    private House(ConfigurableApplicationContext context) {
        this.context = context;
    }

    /** Opens it. */
    public static House open(Clock clock, List<String> settings) {
        SpringApplication house = new SpringApplication(CatalogService.class);
        house.setLazyInitialization(true);
        house.addInitializers(context -> {
            GenericApplicationContext beans = (GenericApplicationContext) context;
            beans.registerBean(Clock.class, () -> clock);
            beans.getBeanFactory().registerSingleton("realThings", new RealThings());
        });
        return new House(house.run(settings.toArray(String[]::new)));
    }

    /** What a house is told about where it stands; its loops look around often. */
    public static List<String> settings(String database, String broker, Path keys) {
        SampleKeys.write(keys, "list-1");
        return List.of(
                "--spring.mongodb.uri=" + TestStore.uri(),
                "--tongban.database=" + database,
                "--spring.kafka.bootstrap-servers=" + broker,
                "--tongban.list.keys=" + keys,
                "--tongban.relay.sweep-every=200ms",
                "--tongban.upkeep.every=100ms",
                "--springdoc.api-docs.enabled=false",
                "--logging.level.org.apache.kafka=OFF");
    }

    /** For the main class of a house of its own: what it is to do, and its settings. */
    public static String[] arguments(String what, List<String> settings) {
        return Stream.concat(Stream.of(what), settings.stream()).toArray(String[]::new);
    }

    /** Puts the divisions in place, without which no local item is sound. */
    public static void furnish(TestStore store) {
        store.database()
                .getCollection("reference")
                .insertOne(new Document("_id", "divisions")
                        .append("digest", "real")
                        .append("text", RealData.text("divisions")));
    }

    /**
     * A clock that runs on.
     *
     * @param late how long after {@link TestClock#START} it begins
     */
    public static Clock clock(Duration late) {
        Clock system = Clock.tickMillis(ZoneOffset.UTC);
        return Clock.offset(system, Duration.between(system.instant(), TestClock.START.plus(late)));
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    /** What anybody reads there. */
    public JsonNode read(String path) {
        return ask(HttpRequest.newBuilder(uri(path)).build());
    }

    /** What comes of what anybody may send. */
    public JsonNode send(String path, String body) {
        return ask(HttpRequest.newBuilder(uri(path))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private URI uri(String path) {
        return URI.create("http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port")
                + "/api/catalog" + path);
    }

    private static JsonNode ask(HttpRequest request) {
        return Json.mapper()
                .readTree(HTTP.sendAsync(request, HttpResponse.BodyHandlers.ofString())
                        .join()
                        .body());
    }

    @Override
    public void close() {
        context.close();
    }

    /** Leaves out what other tests put in the place of real things. */
    private static final class RealThings extends TypeExcludeFilter {
        @Override
        public boolean match(MetadataReader type, MetadataReaderFactory types) {
            return type.getAnnotationMetadata().hasAnnotation(TestConfiguration.class.getName());
        }
    }
}
