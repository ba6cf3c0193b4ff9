package org.tongban.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.apache.tika.Tika;

/** Says what a file is by looking into it; its name and what the caller says count for nothing. */
final class MediaTypes {
    static final String OFD = "application/ofd";
    private static final String ZIP = "application/zip";

    private final Tika tika = new Tika();

    String of(Path file) throws IOException {
        String found;
        try (InputStream bytes = Files.newInputStream(file)) {
            found = tika.detect(bytes);
        }
        return found.equals(ZIP) && isOfd(file) ? OFD : found;
    }

    /** An OFD document (GB/T 33190) is a ZIP with an {@code OFD.xml} at its root. */
    private static boolean isOfd(Path file) throws IOException {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return zip.getEntry("OFD.xml") != null;
        } catch (ZipException broken) {
            return false;
        }
    }
}
