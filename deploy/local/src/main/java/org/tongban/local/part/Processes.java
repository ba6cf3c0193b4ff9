package org.tongban.local.part;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.tongban.local.place.Folders;
import org.tongban.local.place.FreePorts;
import org.tongban.local.place.Place;
import org.tongban.local.place.PortOwner;
import org.tongban.local.place.Refused;

/** Starts, finds and ends the processes of a stack; they outlive the launcher. */
public final class Processes {

    /** Longer than any service gives itself: 30 s for what is under way, then the rest of its parts. */
    private static final Duration POLITE = Duration.ofSeconds(75);

    /** How long a port may still be held by a process of which nothing else is left. */
    private static final Duration GIVEN_BACK = Duration.ofSeconds(10);

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(100);

    private final Place place;

    public Processes(Place place) {
        this.place = place;
    }

    /** The process of that part, if it runs. */
    public Optional<ProcessHandle> find(String part) {
        return note(part).find();
    }

    /** The same; a process whose launcher died before it could note it is noted now. */
    Optional<ProcessHandle> adopted(String part) {
        Optional<ProcessHandle> found = find(part);
        PidFile note = note(part);
        if (found.isPresent() && note.noted().isEmpty()) {
            note.remove();
            found.ifPresent(note::write);
        }
        return found;
    }

    /** Whether it ended by itself: nobody has taken its note away. */
    public boolean ended(String part) {
        return note(part).exists() && note(part).find().isEmpty();
    }

    /** Takes the note of a part away that has ended: it is not meant to run. */
    public void forget(String part) {
        if (ended(part)) {
            note(part).remove();
        }
    }

    /** Whether this very process is noted as that part. */
    public boolean isMyself(String part) {
        return note(part).noted().filter(ProcessHandle.current()::equals).isPresent();
    }

    /**
     * Starts a part that does not run; its words go to its log.
     *
     * @throws Refused if a port is in use, the program cannot be started, or somebody else starts it at the same time
     */
    public ProcessHandle start(Part part, Progress progress) {
        part.ports().forEach(port -> requireFree(part.name(), place.ports().of(port)));
        part.prepare(progress);
        Launch launch = part.launch();
        Path log = Folders.madeFor(place.log(part.name()));
        ProcessBuilder builder = new ProcessBuilder(detached(launch.command()))
                .directory(Folders.made(launch.folder()).toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        PidFile note = note(part.name());
        builder.environment().putAll(note.mark());
        forget(part.name());
        try {
            ProcessHandle process = builder.start().toHandle();
            noteOrEnd(note, process);
            return process;
        } catch (IOException e) {
            throw new Refused(part.name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /**
     * Ends a part as kindly as its state needs: asks, waits, and kills what does not go in time. Its note goes first, so that
     * nobody takes this for an end by itself.
     */
    public void stop(String part) {
        Optional<ProcessHandle> found = find(part);
        note(part).remove();
        found.ifPresent(process -> {
            process.destroy();
            if (!isGone(process, POLITE)) {
                process.destroyForcibly();
                isGone(process, POLITE);
            }
        });
    }

    /** Kills a part at once ({@code kill -9}) and waits until it is gone; false if it did not run. */
    public boolean kill(String part) {
        Optional<ProcessHandle> found = find(part);
        note(part).remove();
        found.ifPresent(process -> {
            process.destroyForcibly();
            isGone(process, POLITE);
        });
        return found.isPresent();
    }

    private PidFile note(String part) {
        return new PidFile(place.pidFile(part));
    }

    private static void noteOrEnd(PidFile note, ProcessHandle process) {
        try {
            note.write(process);
        } catch (RuntimeException e) {
            process.destroyForcibly();
            throw e;
        }
    }

    /** A port that no living process holds is being given back by one that was just killed: it is waited for. */
    private static void requireFree(String part, int port) {
        long end = System.nanoTime() + GIVEN_BACK.toNanos();
        while (!FreePorts.isFree(port)) {
            Optional<String> owner = PortOwner.of(port);
            if (owner.isEmpty() && System.nanoTime() < end) {
                LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
                continue;
            }
            throw new Refused("Port " + port + ", which " + part + " needs, is in use by "
                    + owner.orElse("another program")
                    + "; end it or set TONGBAN_PORT_OFFSET to move all ports.");
        }
    }

    /**
     * A session of its own keeps Ctrl-C and the end of the terminal away from the parts; what they write, papers and personal
     * data among it, is for nobody else on the machine.
     */
    private static List<String> detached(List<String> command) {
        List<String> detached = new ArrayList<>(List.of("/bin/sh", "-c", "umask 077; exec \"$@\"", "sh"));
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            detached.add("/usr/bin/setsid");
        }
        detached.addAll(command);
        return detached;
    }

    private static boolean isGone(ProcessHandle process, Duration atMost) {
        try {
            process.onExit().get(atMost.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (TimeoutException e) {
            return false;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
