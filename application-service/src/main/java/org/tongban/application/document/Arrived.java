package org.tongban.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.util.HexFormat;
import org.tongban.platform.code.Sha256;

/**
 * A file that came in, held outside of memory until it is kept or refused.
 *
 * @param digest 64 lower-case hex digits
 */
record Arrived(Path file, String digest, long size) implements AutoCloseable {
    static Arrived from(InputStream upload) throws IOException {
        Path file = Files.createTempFile("tongban-", ".upload");
        try (DigestInputStream digested = new DigestInputStream(upload, Sha256.digest());
                OutputStream out = Files.newOutputStream(file)) {
            long size = digested.transferTo(out);
            String digest = HexFormat.of().formatHex(digested.getMessageDigest().digest());
            return new Arrived(file, digest, size);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e;
        }
    }

    InputStream open() throws IOException {
        return Files.newInputStream(file);
    }

    @Override
    public void close() throws IOException {
        Files.deleteIfExists(file);
    }
}
