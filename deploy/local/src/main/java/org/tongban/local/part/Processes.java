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
import org.tongban.local.place.Folders;
import org.tongban.local.place.FreePorts;
import org.tongban.local.place.Place;
import org.tongban.local.place.PortOwner;
import org.tongban.local.place.Refused;

/** Starts, finds and ends the processes of a stack; they outlive the launcher. */
public final class Processes {

    private static final Duration POLITE = Duration.ofSeconds(30);

    private final Place place;

    public Processes(Place place) {
        this.place = place;
    }

    /** The process of that part, if it runs. */
    public Optional<ProcessHandle> find(String part) {
        return new PidFile(place.pidFile(part)).find();
    }

    /**
     * Starts a part that does not run; its words go to its log.
     *
     * @throws Refused if a port is in use, or the program cannot be started
     */
    public ProcessHandle start(Part part) {
        part.ports().forEach(port -> requireFree(part.name(), place.ports().of(port)));
        part.prepare();
        Launch launch = part.launch();
        Path log = Folders.madeFor(place.log(part.name()));
        ProcessBuilder builder = new ProcessBuilder(detached(launch.command()))
                .directory(Folders.made(launch.folder()).toFile())
                .redirectErrorStream(true)
                .redirectInput(new File("/dev/null"))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        builder.environment().putAll(launch.environment());
        try {
            ProcessHandle process = builder.start().toHandle();
            new PidFile(place.pidFile(part.name())).write(process);
            return process;
        } catch (IOException e) {
            throw new Refused(part.name() + " cannot be started: " + e.getMessage() + ".", e);
        }
    }

    /** Ends a part as kindly as its state needs: asks, waits, and kills what does not go within half a minute. */
    public void stop(String part) {
        find(part).ifPresent(process -> {
            process.destroy();
            if (!isGone(process, POLITE)) {
                process.destroyForcibly();
                isGone(process, POLITE);
            }
        });
        new PidFile(place.pidFile(part)).remove();
    }

    /** Kills a part at once ({@code kill -9}) and waits until it is gone; false if it did not run. */
    public boolean kill(String part) {
        Optional<ProcessHandle> found = find(part);
        found.ifPresent(process -> {
            process.destroyForcibly();
            isGone(process, POLITE);
        });
        new PidFile(place.pidFile(part)).remove();
        return found.isPresent();
    }

    private void requireFree(String part, int port) {
        if (!FreePorts.isFree(port)) {
            throw new Refused("Port " + port + ", which " + part + " needs, is in use by "
                    + PortOwner.of(port).orElse("another program")
                    + "; end it or set TONGBAN_PORT_OFFSET to move all ports.");
        }
    }

    /** A session of its own keeps Ctrl-C and the end of the terminal away from the parts. */
    private static List<String> detached(List<String> command) {
        List<String> detached = new ArrayList<>();
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
