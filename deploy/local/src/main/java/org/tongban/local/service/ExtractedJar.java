package org.tongban.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.part.Java;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/** A service's jar, laid out in the cache so that the JVM reads plain jars; each build of it has a folder of its own. */
final class ExtractedJar {

    private final Path jar;

    private final Path shelf;

    ExtractedJar(Place place, String module) {
        this.jar = place.house().resolve(module).resolve("target").resolve(module + ".jar");
        this.shelf = place.cache().resolve("services").resolve(module);
    }

    void make() {
        if (!Files.isRegularFile(jar)) {
            throw new Refused(jar + " is missing: build it first (./tongban up does).");
        }
        if (Files.exists(program())) {
            return;
        }
        removeOlder();
        Path draft = folder().resolveSibling(folder().getFileName() + ".new");
        Folders.remove(draft);
        extract(draft);
        try {
            Files.move(draft, folder());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program() {
        return folder().resolve(jar.getFileName());
    }

    List<String> options() {
        return List.of();
    }

    private Path folder() {
        try {
            return shelf.resolve(Long.toHexString(Files.getLastModifiedTime(jar).toMillis()) + "-"
                    + Long.toHexString(Files.size(jar)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void removeOlder() {
        Folders.made(shelf);
        try (Stream<Path> builds = Files.list(shelf)) {
            builds.forEach(Folders::remove);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path draft) {
        ProcessBuilder builder = new ProcessBuilder(
                        Java.executable(),
                        "-XX:TieredStopAtLevel=1",
                        "-Djarmode=tools",
                        "-jar",
                        jar.toString(),
                        "extract",
                        "--destination",
                        draft.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            int exit = builder.start().waitFor();
            if (exit != 0) {
                throw new Refused(jar + " cannot be extracted (exit " + exit + "): is it a whole build?");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The start was interrupted.", e);
        }
    }
}
