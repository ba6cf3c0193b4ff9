package org.tongban.local.place;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.util.Comparator;
import java.util.stream.Stream;
import java.util.zip.CRC32C;

/**
 * Copies of what a build may replace under a running process, which would then miss its classes. Each content has a folder
 * of its own, named after it; the newest few are kept.
 */
public final class Copies {

    /** Other stacks of this machine may run from an older build. */
    private static final int KEPT = 5;

    private static final int PIECE = 64 * 1024;

    private Copies() {}

    /** The copy of that jar, or folder of classes, on that shelf of the cache. */
    public static Path of(Path original, Path shelf) {
        try {
            Path copy = shelf.resolve(sum(original)).resolve(String.valueOf(original.getFileName()));
            if (!Files.exists(copy)) {
                Path draft = Files.createTempDirectory(Folders.made(shelf), ".new-");
                copy(original, draft.resolve(String.valueOf(original.getFileName())));
                publish(draft, shelf.resolve(sum(original)));
            }
            use(shelf.resolve(sum(original)), shelf);
            return copy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts a finished folder in its place, unless somebody else was there first. */
    public static void publish(Path draft, Path place) throws IOException {
        try {
            Files.move(draft, place, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (!Files.isDirectory(place)) {
                throw e;
            }
            Folders.remove(draft);
        }
    }

    /** Notes that it is used now, and removes what was not used for the longest time. */
    public static synchronized void use(Path folder, Path shelf) throws IOException {
        Files.setLastModifiedTime(folder, FileTime.from(Clock.systemUTC().instant()));
        try (Stream<Path> all = Files.list(shelf)) {
            all.sorted(Comparator.comparing(Copies::lastUse).reversed())
                    .skip(KEPT)
                    .forEach(Folders::remove);
        }
    }

    /** A name for the content of that file or folder. */
    public static String sum(Path original) throws IOException {
        CRC32C sum = new CRC32C();
        long size = 0;
        try (Stream<Path> files = Files.walk(original)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                size += add(file, sum);
            }
        }
        return Long.toHexString(sum.getValue()) + "-" + Long.toHexString(size);
    }

    /** In pieces: the watcher has less memory than a jar is long. */
    private static long add(Path file, CRC32C sum) throws IOException {
        byte[] piece = new byte[PIECE];
        long size = 0;
        try (InputStream content = Files.newInputStream(file)) {
            for (int read = content.read(piece); read >= 0; read = content.read(piece)) {
                sum.update(piece, 0, read);
                size += read;
            }
        }
        return size;
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> all = Files.walk(from)) {
            for (Path path : all.toList()) {
                Files.copy(path, to.resolve(from.relativize(path).toString()));
            }
        }
    }

    /** The oldest of times for what another stack has just removed. */
    private static FileTime lastUse(Path folder) {
        try {
            return Files.getLastModifiedTime(folder);
        } catch (NoSuchFileException gone) {
            return FileTime.fromMillis(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
