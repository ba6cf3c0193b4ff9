package org.tongban.local.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.tongban.local.part.Java;
import org.tongban.local.place.Copies;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/**
 * A service's jar, laid out in the cache so that the JVM reads plain jars and can use an archive of their classes, which
 * halves the processor time of a start. Each build has a folder of its own, named after its content.
 */
final class ExtractedJar {

    private final Path jar;

    private final Path shelf;

    /** Known from the first use on: the name is reckoned from the whole jar. */
    private volatile @Nullable Path folder;

    ExtractedJar(Place place, String module) {
        this.jar = place.house().resolve(module).resolve("target").resolve(module + ".jar");
        this.shelf = place.cache().resolve("services").resolve(module);
    }

    /** Lays it out if that was not done yet. */
    void make() {
        if (!Files.isRegularFile(jar)) {
            throw new Refused(jar + " is missing: build it first (./tongban up does).");
        }
        try {
            if (!Files.exists(program())) {
                Path draft = Files.createTempDirectory(Folders.made(shelf), ".new-");
                extract(draft);
                Copies.publish(draft, folder());
            }
            Copies.use(folder(), shelf);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path program() {
        return folder().resolve(jar.getFileName());
    }

    boolean hasArchive() {
        return Files.exists(archive());
    }

    /** With the archive when there is one, else ready to make one, without a word about classes that cannot be archived. */
    List<String> options() {
        return hasArchive()
                ? List.of("-XX:SharedArchiveFile=" + archive(), "-Xshare:auto")
                : List.of("-XX:+RecordDynamicDumpInfo", "-Xlog:cds=off", "-Xlog:cds+dynamic=off");
    }

    /** Asks the running service to write down the classes it has loaded; the next start is quicker, or as it was. */
    void archive(ProcessHandle running) {
        Path draft = folder().resolve("classes-" + running.pid() + ".jsa");
        ProcessBuilder jcmd = new ProcessBuilder(
                        Java.home().resolve("bin/jcmd").toString(),
                        String.valueOf(running.pid()),
                        "VM.cds",
                        "dynamic_dump",
                        draft.toString())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD);
        try {
            Process asked = jcmd.start();
            if (asked.waitFor(1, TimeUnit.MINUTES) && asked.exitValue() == 0 && Files.exists(draft)) {
                Files.move(draft, archive());
            }
        } catch (IOException noJcmdHere) {
            return;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private Path archive() {
        return folder().resolve("classes-java-" + Java.version() + ".jsa");
    }

    private Path folder() {
        Path known = folder;
        if (known == null) {
            known = named();
            folder = known;
        }
        return known;
    }

    private Path named() {
        try {
            return shelf.resolve(Copies.sum(jar));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void extract(Path draft) throws IOException {
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
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("The start was interrupted.", e);
        }
    }
}
