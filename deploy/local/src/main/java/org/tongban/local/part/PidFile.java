package org.tongban.local.part;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Refused;

/**
 * Remembers which process a part is: {@code 4711 2026-11-22T02:11:09Z}. Pids are used again by the system, so the start
 * instant has to agree before anybody is told that the part runs, or ends it. A launcher that dies between the start and the
 * note leaves a process that carries the name of its note in its environment, and is found by that.
 */
public final class PidFile {

    private static final String MARK = "TONGBAN_PART";

    /** The system reckons the start of a process from its boot time, which it corrects by a second now and then. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    private static final Pattern NOTE =
            Pattern.compile("(?<pid>\\d{1,18}) (?<started>\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\d(\\.\\d{1,9})?Z)");

    private final Path file;

    public PidFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** What the process has to have in its environment. */
    public Map<String, String> mark() {
        return Map.of(MARK, file.toString());
    }

    /**
     * Writes it down.
     *
     * @throws Refused if somebody else has written a note meanwhile
     */
    public void write(ProcessHandle process) {
        try {
            Files.writeString(
                    Folders.madeFor(file), process.pid() + " " + started(process), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException e) {
            throw new Refused(file + " was written by another ./tongban meanwhile.", e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The process, as the note or its environment says. */
    public Optional<ProcessHandle> find() {
        return noted().or(() -> MarkedProcess.find(MARK + "=" + file));
    }

    /** Whether there is a note, of a process that lives or does not. */
    boolean exists() {
        return Files.exists(file);
    }

    /** The process, if it still is the one that was written down; a note cut short by a crash is none. */
    Optional<ProcessHandle> noted() {
        Matcher note = NOTE.matcher(read().strip());
        if (!note.matches()) {
            return Optional.empty();
        }
        Instant noted = Instant.parse(note.group("started"));
        return ProcessHandle.of(Long.parseLong(note.group("pid")))
                .filter(MarkedProcess::isAlive)
                .filter(process -> isNear(started(process), noted));
    }

    /** Nobody is meant any more. */
    public void remove() {
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
