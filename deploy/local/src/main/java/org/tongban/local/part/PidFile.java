package org.tongban.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongban.local.place.Folders;

/**
 * Remembers which process a part is: {@code 4711 2026-11-22T02:11:09Z}. Pids are used again by the system, so the start
 * instant has to agree before anybody is told that the part runs, or ends it.
 */
final class PidFile {

    /** The system reckons the start of a process from its boot time, which it corrects by a second now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Pattern NOTE =
            Pattern.compile("(?<pid>\\d{1,18}) (?<started>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z)");

    private final Path file;

    PidFile(Path file) {
        this.file = file;
    }

    void write(ProcessHandle process) {
        try {
            Files.writeString(Folders.madeFor(file), process.pid() + " " + started(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, if it still is the one that was written down; a note cut short by a crash is none. */
    Optional<ProcessHandle> find() {
        Matcher note = NOTE.matcher(read().strip());
        if (!note.matches()) {
            return Optional.empty();
        }
        Instant noted = Instant.parse(note.group("started"));
        return ProcessHandle.of(Long.parseLong(note.group("pid")))
                .filter(ProcessHandle::isAlive)
                .filter(process -> isNear(started(process), noted));
    }

    void remove() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String read() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static boolean isNear(Instant one, Instant other) {
        return Duration.between(one, other).abs().compareTo(TOLERANCE) <= 0;
    }

    private static Instant started(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
