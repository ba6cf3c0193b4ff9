package org.tongban.local.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

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

    /** The folder, made if missing, for its owner alone. */
    public static Path secret(Path folder) {
        try {
            return Files.setPosixFilePermissions(made(folder), PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new Refused("The folder " + folder + " cannot be kept from others: " + e.getMessage() + ".", e);
        }
    }

    /** The same with nothing in it. */
    public static Path emptied(Path folder) {
        remove(folder);
        return secret(folder);
    }

    /** The file, with the folder it lies in made if missing. */
    public static Path madeFor(Path file) {
        made(Objects.requireNonNull(file.getParent()));
        return file;
    }

    /** Removes the folder and all in it; links are removed, not followed. Two who remove it at once both succeed. */
    public static void remove(Path folder) {
        try {
            Files.walkFileTree(folder, new Removal());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Removal extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException failure) throws IOException {
            return goOnIfGone(failure);
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException failure) throws IOException {
            if (failure != null) {
                return goOnIfGone(failure);
            }
            Files.deleteIfExists(folder);
            return FileVisitResult.CONTINUE;
        }

        private static FileVisitResult goOnIfGone(IOException failure) throws IOException {
            if (failure instanceof NoSuchFileException) {
                return FileVisitResult.CONTINUE;
            }
            throw failure;
        }
    }
}
