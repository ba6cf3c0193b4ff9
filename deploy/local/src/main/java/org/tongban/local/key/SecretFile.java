package org.tongban.local.key;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;

/** Writes what only the owner may read, whole or not at all. */
final class SecretFile {

    private static final String FILE = "rw-------";

    private SecretFile() {}

    static void write(Path file, String content) {
        try {
            Path draft = Files.createTempFile(
                    file.getParent(),
                    "." + file.getFileName(),
                    ".new",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(FILE)));
            Files.writeString(draft, content);
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
