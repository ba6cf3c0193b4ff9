package org.tongban.application.document;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.Instant;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.tongban.platform.code.Sha256;

/**
 * A file that came in, held outside of memory until it is kept or refused.
 *
 * @param digest 64 lower-case hex digits
 */
record Arrived(Path file, String digest, long size) implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Arrived.class);
    private static final String PREFIX = "tongban-";
    /** How the files of this process begin. */
    static final String OWN = PREFIX + ProcessHandle.current().pid() + "-";

    private static final String SUFFIX = ".upload";

    /** Removes what a process that was killed has left behind. */
    static void removeOlderThan(Instant then) {
        Path folder = Path.of(System.getProperty("java.io.tmpdir"));
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, PREFIX + "*" + SUFFIX)) {
            for (Path file : left) {
                if (Files.getLastModifiedTime(file).toInstant().isBefore(then)) {
                    Files.deleteIfExists(file);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            log.warn("files of uploads that were cut off may be left in {}: {}", folder, e.toString());
        }
    }

    static Arrived from(InputStream upload) throws IOException {
        Path file = Files.createTempFile(OWN, SUFFIX);
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
