package org.tongban.catalog.printing;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TTFSubsetter;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.jspecify.annotations.Nullable;

/**
 * The fonts of the print: the built-in Noto Sans SC (SIL OFL 1.1), for the PDF also those of a folder; only used glyphs
 * are embedded.
 */
final class Typefaces {
    private static final String FAMILY = "Noto Sans SC";
    private static final int REGULAR = 400;
    private static final int BOLD = 700;

    private final byte[] regular = builtIn("NotoSansSC-Regular.ttf");
    private final byte[] bold = builtIn("NotoSansSC-Bold.ttf");
    private final List<Path> more;

    /** @throws IllegalStateException when a folder is named that is not there */
    Typefaces(@Nullable Path folder) {
        this.more = folder == null ? List.of() : in(folder);
    }

    void register(PdfRendererBuilder pdf) {
        pdf.useFont(() -> new ByteArrayInputStream(regular), FAMILY, REGULAR, FontStyle.NORMAL, true);
        pdf.useFont(() -> new ByteArrayInputStream(bold), FAMILY, BOLD, FontStyle.NORMAL, true);
        IntStream.range(0, more.size()).forEach(i -> pdf.useFont(more.get(i).toFile(), name(i)));
    }

    /** The built-in fonts cut down to a text, as CSS with the fonts inside: a machine without Chinese fonts can read it. */
    String faces(String text) {
        return face(regular, REGULAR, text) + face(bold, BOLD, text);
    }

    private static String face(byte[] font, int weight, String text) {
        try (TrueTypeFont whole = new TTFParser().parse(new RandomAccessReadBuffer(font))) {
            ByteArrayOutputStream cut = new ByteArrayOutputStream();
            TTFSubsetter subset = new TTFSubsetter(whole);
            text.codePoints().distinct().forEach(subset::add);
            subset.writeToStream(cut);
            return "@font-face { font-family: '" + FAMILY + "'; font-weight: " + weight
                    + "; src: url(data:font/ttf;base64," + Base64.getEncoder().encodeToString(cut.toByteArray())
                    + ") format('truetype'); }\n";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All families, as CSS wants them. */
    String css() {
        return Stream.concat(Stream.of(FAMILY), IntStream.range(0, more.size()).mapToObj(Typefaces::name))
                        .map(family -> "'" + family + "'")
                        .collect(Collectors.joining(", "))
                + ", sans-serif";
    }

    private static String name(int number) {
        return "More " + number;
    }

    private static List<Path> in(Path folder) {
        if (!Files.isDirectory(folder)) {
            throw new IllegalStateException("the folder of the fonts (tongban.print.fonts) does not exist: " + folder);
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".ttf"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] builtIn(String name) {
        try (InputStream font = Typefaces.class.getResourceAsStream("/printing/" + name)) {
            return Objects.requireNonNull(font, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
