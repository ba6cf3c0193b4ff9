package org.tongban.catalog.importing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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
            limits(DataSize.ofKilobytes(20), DataSize.ofKilobytes(200), DataSize.ofKilobytes(200));

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
    void aLineThatIsNoJsonSpoilsItselfAlone() throws IOException {
        assertThat(ids(bytes("{\"id\":\"a\"}\n{oops}\n{\"id\":\"a\",\"id\":\"c\"}\n{\"id\":\"b\"}")))
                .containsExactly("a", "-", "-", "b");
        assertThat(ids(bytes("{oops}\n{\"id\":\"b\"}"))).containsExactly("-", "b");
    }

    @Test
    void nothingIsReadBehindALineThatIsTooLong() throws IOException {
        byte[] first = bytes("{\"id\":\"a\"}\n");
        Unread endless = new Unread(first);
        GuideFile guides = new GuideFile(endless, SMALL);

        assertThat(guides.next()).isPresent();
        assertThatThrownBy(guides::next).isInstanceOf(Overrun.class);

        assertThat(guides.place().en()).startsWith("Line 2");
        assertThat(endless.given).as("bytes of a line without end").isLessThan(100_000);
    }

    @Test
    void aFirstLineThatIsTooLongEndsThereToo() {
        assertThatThrownBy(() -> ids(bytes("{\"id\":\"" + "x".repeat(30_000) + "\"}\n{\"id\":\"b\"}")))
                .isInstanceOf(Overrun.class);
    }

    @Test
    void aPackedFileMayHaveSoManyTimesItsSize() throws IOException {
        ImportProperties tight = limits(DataSize.ofKilobytes(20), DataSize.ofMegabytes(50), DataSize.ofKilobytes(50));
        byte[] alike = packed(bytes("{\"id\":\"a\"}\n".repeat(200_000)));

        assertThat(2_200_000 / alike.length)
                .as("it packs far better than guides do")
                .isGreaterThan(50);
        assertThatThrownBy(() -> ids(alike, tight)).isInstanceOf(Overrun.class).hasMessageContaining("50 times");
        assertThat(ids(bytes("{\"id\":\"a\"}\n".repeat(10_000)), tight)).hasSize(10_000);
    }

    /** A line without end. */
    private static final class Unread extends InputStream {
        private final byte[] first;
        private int given;

        private Unread(byte[] first) {
            this.first = first;
        }

        @Override
        public int read() {
            int at = given++;
            return at < first.length ? first[at] : 'x';
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            for (int i = 0; i < length; i++) {
                target[offset + i] = (byte) read();
            }
            return length;
        }
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
        assertThatThrownBy(() -> ids(bomb)).isInstanceOf(Overrun.class);
        assertThatThrownBy(() -> ids(item)).hasRootCauseInstanceOf(Overrun.class);
        assertThatThrownBy(() -> ids(new byte[] {0x1f, (byte) 0x8b, 1, 2, 3})).isInstanceOf(IOException.class);
    }

    private static ImportProperties limits(DataSize item, DataSize unpacked, DataSize freely) {
        return new ImportProperties(10, 10, item, unpacked, 50, freely, 3, 1, Duration.ZERO);
    }

    private static List<String> ids(byte[] file) throws IOException {
        return ids(file, SMALL);
    }

    private static List<String> ids(byte[] file, ImportProperties properties) throws IOException {
        GuideFile guides = new GuideFile(new ByteArrayInputStream(file), properties);
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
