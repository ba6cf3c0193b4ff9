package org.tongban.local.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Objects;
import java.util.stream.Stream;

/** Makes and removes whole folders. */
public final class Folders {

    private Folders() {}

    /** The folder, made if missing. */
    public static Path made(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new Refused("The folder " + folder + " cannot be made: " + e.getMessage() + ".", e);
        }
    }

    /** The file, with the folder it lies in made if missing. */
    public static Path madeFor(Path file) {
        made(Objects.requireNonNull(file.getParent()));
        return file;
    }

    /** Removes the folder and all in it; links are removed, not followed. */
    public static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
