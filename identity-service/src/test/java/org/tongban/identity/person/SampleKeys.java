package org.tongban.identity.person;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;

/** A folder with fresh keys, as a stack makes them. */
public final class SampleKeys {
    private SampleKeys() {}

    public static Path folder() {
        try {
            Path folder = Files.createTempDirectory("identity-keys");
            write(folder, "field");
            write(folder, "index");
            return folder;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A key beside the others, {@code index-20270101}; the newest one writes. */
    static void write(Path folder, String name) throws IOException {
        byte[] secret = new byte[32];
        new SecureRandom().nextBytes(secret);
        Path file = folder.resolve(name + ".key");
        Files.writeString(file, Base64.getEncoder().encodeToString(secret));
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    }
}
