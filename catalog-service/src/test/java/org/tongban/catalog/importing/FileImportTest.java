package org.tongban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.util.unit.DataSize;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;

/** Many items in one call. */
class FileImportTest extends CatalogTest {
    /** More than are held in memory at once; {@code -Dtongban.import.many=50000} for as many as one call takes. */
    private static final int MANY = Integer.getInteger("tongban.import.many", 450);

    @Autowired
    private Import imports;

    @Test
    void linesAreTakenEachForItself() throws Exception {
        String body = line("file-a") + "\n{oops}\n\n{\"id\": \"UPPER\"}\n" + line("file-b");

        Reply reply = perform(post("/api/catalog/imports")
                .contentType("application/x-ndjson")
                .content(body)
                .with(EDITOR));
        List<JsonNode> lines = lines(reply.body());

        assertThat(reply.status()).isEqualTo(200);
        assertThat(reply.response().getContentType()).startsWith("application/x-ndjson");
        assertThat(results(lines)).containsExactly("created", "refused", "refused", "created");
        assertThat(lines.get(1).at("/reasons/0/code").stringValue()).isEqualTo("not-json");
        assertThat(lines.get(3).at("/index").intValue()).isEqualTo(3);
        assertThat(end(lines).at("/complete").booleanValue()).isTrue();
        assertThat(end(lines).at("/counts/refused").intValue()).isEqualTo(2);
        assertThat(read("/api/catalog/items/file-b").status()).isEqualTo(200);
        assertThat(read("/api/catalog/items?q=小餐饮经营许可&limit=100")
                        .json()
                        .at("/items")
                        .findValuesAsString("id"))
                .contains("file-a");
    }

    @Test
    void theRealCataloguePackedIsUnchanged() throws Exception {
        byte[] file = GuideFileTest.packed(Json.text(RealData.gsi().values()).getBytes(StandardCharsets.UTF_8));

        List<JsonNode> lines = lines(upload(file, EDITOR).body());

        assertThat(results(lines)).hasSize(127).containsOnly("unchanged");
        assertThat(end(lines).at("/counts/unchanged").intValue()).isEqualTo(127);
    }

    @Test
    void moreThanMemoryHoldsAreTakenInOneCallAndAgainChangeNothing() throws Exception {
        byte[] file = GuideFileTest.packed(IntStream.range(0, MANY)
                .mapToObj(i -> line("file-many-" + i))
                .collect(Collectors.joining("\n"))
                .getBytes(StandardCharsets.UTF_8));

        List<JsonNode> first = lines(upload(file, EDITOR).body());
        List<JsonNode> again = lines(upload(file, EDITOR).body());

        assertThat(results(first)).hasSize(MANY).containsOnly("created");
        assertThat(results(again)).hasSize(MANY).containsOnly("unchanged");
        assertThat(first.get(MANY - 1).at("/index").intValue()).isEqualTo(MANY - 1);
        assertThat(read("/api/catalog/items/file-many-" + (MANY - 1)).status()).isEqualTo(200);
    }

    @Test
    void whatIsCutOffGoesOnWhereItStopped() throws Exception {
        String all = IntStream.range(0, 7).mapToObj(i -> line("file-cut-" + i)).collect(Collectors.joining("\n"));
        int cut = all.indexOf("file-cut-4");

        List<JsonNode> first = take(new SequenceInputStream(stream(all.substring(0, cut)), new Broken()), 0);
        List<JsonNode> again = take(stream(all), 0);
        List<JsonNode> from = take(stream(all), 5);

        assertThat(results(first)).containsExactly("created", "created", "created", "created");
        assertThat(end(first).at("/complete").booleanValue()).isFalse();
        assertThat(end(first).at("/next").intValue()).isEqualTo(4);
        assertThat(end(first).at("/reason").stringValue()).isNotBlank();
        assertThat(results(again))
                .containsExactly("unchanged", "unchanged", "unchanged", "unchanged", "created", "created", "created");
        assertThat(results(from)).containsExactly("unchanged", "unchanged");
        assertThat(from.get(0).at("/index").intValue()).isEqualTo(5);
    }

    @Test
    void moreThanOneCallTakesIsSaidAndTheOthersAreStored() throws Exception {
        String all =
                IntStream.range(0, 12).mapToObj(i -> line("file-most-" + i)).collect(Collectors.joining("\n"));

        List<JsonNode> lines = take(stream(all), 0);

        assertThat(results(lines)).hasSize(10).containsOnly("created");
        assertThat(end(lines).at("/complete").booleanValue()).isFalse();
        assertThat(end(lines).at("/next").intValue()).isEqualTo(10);
        assertThat(end(lines).at("/reason").stringValue()).contains("10");
    }

    @Test
    void aBrokenArrayStoresWhatStandsBeforeTheBreak() throws Exception {
        List<JsonNode> lines = take(stream("[" + line("file-array") + ", {oops}]"), 0);

        assertThat(results(lines)).containsExactly("created");
        assertThat(end(lines).at("/complete").booleanValue()).isFalse();
        assertThat(end(lines).at("/reason").stringValue()).contains("JSON");
    }

    @Test
    void aLineThatIsTooLongEndsTheImportAndIsNamed() throws Exception {
        String file = line("file-before") + "\n" + " ".repeat(2 << 20) + "\n" + line("file-behind");

        List<JsonNode> lines = take(stream(file), 0);

        assertThat(results(lines)).containsExactly("created");
        assertThat(end(lines).at("/complete").booleanValue()).isFalse();
        assertThat(end(lines).at("/next").intValue()).isEqualTo(1);
        assertThat(end(lines).at("/reason").stringValue()).startsWith("第2行").contains("1048576");
    }

    @Test
    void aBodyHoldsOnlySoManyItems() throws Exception {
        Reply reply = postAs(EDITOR, "/api/catalog/imports", "[" + "1,".repeat(1_000) + "1]");

        assertThat(reply.status()).isEqualTo(400);
        assertThat(reply.json().at("/errors/0/detail").stringValue()).contains("1000");
    }

    @Test
    void aFileIsOnePartAndOnlyEditorsBringIt() throws Exception {
        byte[] file = line("file-access").getBytes(StandardCharsets.UTF_8);

        assertThat(upload(file, ANYBODY).status()).isEqualTo(401);
        assertThat(upload(file, Tokens.citizen("c")).status()).isEqualTo(403);
        assertThat(perform(multipart("/api/catalog/imports")
                                .file(new MockMultipartFile("surprise", file))
                                .with(EDITOR))
                        .pointer())
                .isEqualTo("/file");
        assertThat(perform(multipart("/api/catalog/imports?from=-1")
                                .file(new MockMultipartFile("file", file))
                                .with(EDITOR))
                        .pointer())
                .isEqualTo("/from");
        assertThat(read("/api/catalog/items/file-access").status()).isEqualTo(404);
    }

    /** With room for ten items, three at once. */
    private List<JsonNode> take(InputStream file, int from) throws IOException {
        ImportProperties small = new ImportProperties(
                10,
                10,
                DataSize.ofMegabytes(1),
                DataSize.ofMegabytes(10),
                50,
                DataSize.ofMegabytes(1),
                3,
                1,
                Duration.ZERO);
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        new FileImport(imports, small).take(file, from, "editor-1", Locale.SIMPLIFIED_CHINESE, answer);
        return lines(answer.toString(StandardCharsets.UTF_8));
    }

    private Reply upload(byte[] file, RequestPostProcessor caller) throws Exception {
        return perform(multipart("/api/catalog/imports")
                .file(new MockMultipartFile("file", file))
                .with(caller));
    }

    private static List<JsonNode> lines(String body) {
        return body.lines().map(Json.mapper()::readTree).toList();
    }

    private static List<String> results(List<JsonNode> lines) {
        return lines.subList(0, lines.size() - 1).stream()
                .map(each -> each.at("/result").stringValue())
                .toList();
    }

    private static JsonNode end(List<JsonNode> lines) {
        return lines.get(lines.size() - 1);
    }

    private static String line(String id) {
        return SoundGuide.guide().put("id", id).toString();
    }

    private static InputStream stream(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    /** A connection that breaks. */
    private static final class Broken extends InputStream {
        @Override
        public int read() throws IOException {
            throw new IOException("cut off");
        }

        @Override
        public int read(byte[] target, int offset, int length) throws IOException {
            return read();
        }
    }
}
