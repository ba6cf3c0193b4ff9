package org.tongban.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Contracts;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import tools.jackson.databind.JsonNode;

/** What the AsyncAPI document says is what the golden samples and the wire are, no less and no more. */
class AsyncApiTest {
    private static final String DOCUMENT = "/contracts/asyncapi.yaml";
    private static final JsonNode API = api();

    private static JsonNode api() {
        try (InputStream in = Objects.requireNonNull(AsyncApiTest.class.getResourceAsStream(DOCUMENT))) {
            Object parsed = new Yaml(new SafeConstructor(new LoaderOptions())).load(in);
            return Json.mapper().valueToTree(parsed);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Stream<String> types() throws IOException, URISyntaxException {
        Path folder = Path.of(Objects.requireNonNull(AsyncApiTest.class.getResource(DOCUMENT))
                        .toURI())
                .resolveSibling("");
        try (Stream<Path> files = Files.list(folder)) {
            return files
                    .map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".json"))
                    .map(name -> name.substring(0, name.length() - ".json".length()))
                    .toList()
                    .stream();
        }
    }

    @Test
    void everyGoldenSampleIsDescribedAndNothingElse() throws Exception {
        assertThat(API.path("asyncapi").asString()).isEqualTo("3.0.0");
        assertThat(API.at("/components/messages").propertyNames())
                .containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @Test
    void everyMessageIsOnTheTopicOfItsTellerAndOnNoOther() throws Exception {
        for (JsonNode channel : API.path("channels")) {
            channel.path("messages").forEachEntry((type, message) -> {
                assertThat(channel.path("address").asString())
                        .isEqualTo(Source.ofType(type).topic());
                assertThat(message.path("$ref").asString()).isEqualTo("#/components/messages/" + type);
            });
        }
        assertThat(StreamSupport.stream(API.path("channels").spliterator(), false)
                        .flatMap(channel -> channel.path("messages").propertyNames().stream()))
                .containsExactlyInAnyOrderElementsOf(types().toList());
    }

    @ParameterizedTest
    @MethodSource("types")
    void theSampleIsTheExampleAndFitsWhatIsSaidOfIt(String type) {
        JsonNode message = API.at("/components/messages").path(type);

        assertThat(message.path("name").asString()).isEqualTo(type);
        assertThat(message.at("/payload/examples/0/$ref").asString()).isEqualTo("./" + type + ".json");
        new JsonShape(API).check(message.path("payload"), Contracts.sample(type), type);
    }

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Test
    void theHeadersAreThoseOnTheWire() {
        Header[] written = EventWire.write(
                        new Source("application"), "C", 1, "application.x.v1", Instant.EPOCH, "{}", TRACE)
                .headers()
                .toArray();
        JsonNode headers = API.at("/components/messageTraits/cloudEvent/headers");

        assertThat(headers.path("properties").propertyNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.of(written).map(Header::key).toList());
        assertThat(StreamSupport.stream(headers.path("required").spliterator(), false)
                        .map(JsonNode::asString))
                .as("a job of our own is in no trace")
                .containsExactlyInAnyOrderElementsOf(Stream.of(written)
                        .map(Header::key)
                        .filter(key -> !key.equals("ce_traceparent"))
                        .toList());
    }
}
