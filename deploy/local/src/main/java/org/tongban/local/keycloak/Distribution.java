package org.tongban.local.keycloak;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Enumeration;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.tongban.local.part.Java;
import org.tongban.local.part.PidFile;
import org.tongban.local.part.Progress;
import org.tongban.local.place.ClassPaths;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/**
 * Keycloak's distribution in the cache: unpacked, built, and run once to have an empty database and an archive of its
 * classes ready for every instance. A file says that all of this came to its end; without it the work begins anew.
 */
final class Distribution {

    private final Path zip;

    private final Path folder;

    Distribution(Place place) {
        this.zip = new ClassPaths(place).keycloakZip();
        String name =
                String.valueOf(zip.getFileName()).replace("-quarkus-dist", "").replace(".zip", "");
        this.folder = place.cache().resolve(name + "-java-" + Java.version());
    }

    /** The distribution's folder; the first call on a machine takes a minute. */
    Path unpacked() {
        return folder.resolve("distribution");
    }

    /** An empty database that knows its tables. */
    Path database() {
        return folder.resolve("first").resolve("data").resolve("keycloak.mv.db");
    }

    /** JVM options that make the start quicker. */
    List<String> options() {
        return List.of("-XX:SharedArchiveFile=" + archive(), "-Xshare:auto");
    }

    boolean isComplete() {
        return Files.exists(folder.resolve("complete"));
    }

    /** Makes it if that was not done yet; two stacks that come at once do it once. */
    void make(Progress progress) {
        if (isComplete()) {
            return;
        }
        PidFile first = new PidFile(folder.resolveSibling(folder.getFileName() + ".pid"));
        Path lockFile = Folders.madeFor(folder.resolveSibling(folder.getFileName() + ".lock"));
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            if (lock.isValid() && !isComplete()) {
                FirstRun.endLeftOver(first);
                Folders.remove(folder);
                progress.tell("keycloak", "is unpacked, built and run once; later starts have that behind them");
                unpack();
                KeycloakHome home = new KeycloakHome(folder.resolve("first"), unpacked());
                new FirstRun(home, folder.resolve("build.log"), first, progress).go(archive());
                Files.createFile(folder.resolve("complete"));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path archive() {
        return folder.resolve("classes.jsa");
    }

    private void unpack() throws IOException {
        try (ZipFile file = new ZipFile(zip.toFile())) {
            Enumeration<? extends ZipEntry> entries = file.entries();
            while (entries.hasMoreElements()) {
                unpack(file, entries.nextElement());
            }
        }
    }

    /** Every entry lies in one folder named after the version, which is left out. */
    private void unpack(ZipFile file, ZipEntry entry) throws IOException {
        String inside = entry.getName().substring(entry.getName().indexOf('/') + 1);
        Path target = unpacked().resolve(inside).normalize();
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else {
            try (InputStream content = file.getInputStream(entry)) {
                Files.copy(content, Folders.madeFor(target));
            }
        }
    }
}
