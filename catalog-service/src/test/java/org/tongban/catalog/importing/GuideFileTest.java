package org.tongban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.unit.DataSize;
import tools.jackson.core.JacksonException;

class GuideFileTest {
    private static final ImportProperties SMALL =
            new ImportProperties(10, DataSize.ofKilobytes(20), DataSize.ofKilobytes(200), 3);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":\"a\"}\n{\"id\":\"b\"}\n",
                "\n\r\n  {\"id\":\"a\"}\r\n\n{\"id\":\"b\"}",
                "[{\"id\":\"a\"},{\"id\":\"b\"}]",
                " \n [\n {\"id\": \"a\"},\n {\"id\":\n \"b\"}\n]\n",
                "{\n \"id\": \"a\"\n}\n{\n \"id\": \"b\"\n}\n"
            })
    void linesAnArrayAndItemsOneAfterTheOtherAreRead(String file) throws IOException {
        assertThat(ids(bytes(file))).containsExactly("a", "b");
        assertThat(ids(packed(bytes(file)))).containsExactly("a", "b");
    }

    @Test
    void anEmptyFileHoldsNothing() throws IOException {
        assertThat(ids(bytes(""))).isEmpty();
        assertThat(ids(bytes(" \n\n"))).isEmpty();
        assertThat(ids(bytes("[]"))).isEmpty();
    }

    @Test
    void aLineThatIsNoJsonOrTooLongSpoilsItselfAlone() throws IOException {
        String huge = "{\"id\":\"" + "x".repeat(21_000) + "\"}";

        assertThat(ids(bytes("{\"id\":\"a\"}\n{oops}\n" + huge + "\n{\"id\":\"a\",\"id\":\"c\"}\n{\"id\":\"b\"}")))
                .containsExactly("a", "-", "-", "-", "b");
        assertThat(ids(bytes(huge + "\n{\"id\":\"b\"}"))).containsExactly("-", "b");
        assertThat(ids(bytes("{oops}\n{\"id\":\"b\"}"))).containsExactly("-", "b");
    }

    @Test
    void aBrokenArrayEndsThere() {
        assertThatThrownBy(() -> ids(bytes("[{\"id\":\"a\"},{oops}]"))).isInstanceOf(JacksonException.class);
        assertThatThrownBy(() -> ids(bytes("[{\"id\":\"a\"},"))).isInstanceOf(JacksonException.class);
    }

    @Test
    void whatUnpacksToMoreThanAllowedIsStopped() throws IOException {
        byte[] bomb = packed(bytes("\n".repeat(1 << 20)));
        byte[] item = packed(bytes("[{\"id\":\"" + "x".repeat(1 << 20) + "\"}]"));

        assertThat(bomb).hasSizeLessThan(5_000);
        assertThatThrownBy(() -> ids(bomb)).isInstanceOf(Metered.Overrun.class);
        assertThatThrownBy(() -> ids(item)).hasRootCauseInstanceOf(Metered.Overrun.class);
        assertThatThrownBy(() -> ids(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})).isInstanceOf(IOException.class);
    }

    private static List<String> ids(byte[] file) throws IOException {
        GuideFile guides = new GuideFile(new ByteArrayInputStream(file), SMALL);
        List<String> ids = new ArrayList<>();
        for (Optional<GuideFile.Piece> piece = guides.next(); piece.isPresent(); piece = guides.next()) {
            ids.add(
                    piece.get().guide() == null
                            ? "-"
                            : piece.get().guide().path("id").stringValue());
        }
        return ids;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    static byte[] packed(byte[] file) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(file);
        }
        return packed.toByteArray();
    }
}
