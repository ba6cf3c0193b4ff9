package org.tongban.catalog.printing;

import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Turns a sheet into a page, and a page into a tagged PDF (PDF/UA) with its fonts inside. */
@Component
final class Printing {
    private static final float PDF_VERSION = 1.7f;
    /** Where in the template the fonts of a page go; the press has them already. */
    private static final String FACES = "<style>\n/*faces*/";

    private final Template template = template();
    private final Typefaces typefaces;

    static {
        XRLog.setLoggingEnabled(false);
    }

    Printing(PrintProperties properties) {
        this.typefaces = new Typefaces(properties.fonts());
    }

    /** The families that the page names, as CSS wants them. */
    String fonts() {
        return typefaces.css();
    }

    /** XHTML for the press. */
    String html(Sheet sheet) {
        return template.execute(sheet);
    }

    /** The same for browsers, with its fonts inside. */
    byte[] page(String html) {
        return html.replace(FACES, "<style>\n" + typefaces.faces(html)).getBytes(StandardCharsets.UTF_8);
    }

    byte[] pdf(String html) {
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        PdfRendererBuilder builder = new PdfRendererBuilder();
        builder.useFastMode();
        builder.usePdfVersion(PDF_VERSION);
        builder.usePdfUaAccessibility(true);
        builder.withProducer("Tongban");
        typefaces.register(builder);
        builder.withHtmlContent(html, null);
        builder.toStream(pdf);
        try {
            builder.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return pdf.toByteArray();
    }

    private static Template template() {
        try (Reader file = new InputStreamReader(
                Objects.requireNonNull(Printing.class.getResourceAsStream("/printing/list.mustache")),
                StandardCharsets.UTF_8)) {
            return Mustache.compiler().emptyStringIsFalse(true).nullValue("").compile(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
