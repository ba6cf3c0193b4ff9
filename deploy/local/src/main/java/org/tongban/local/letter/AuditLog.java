package org.tongban.local.letter;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Refused;

/** What somebody did by hand to what the services hold, a line each, in a file that only grows. */
public final class AuditLog {

    private final Path file;

    private final Clock clock;

    public AuditLog(Path file, Clock clock) {
        this.file = file;
        this.clock = clock;
    }

    public void write(String what) {
        String line = clock.instant().truncatedTo(ChronoUnit.SECONDS) + " " + System.getProperty("user.name") + " "
                + what + System.lineSeparator();
        try {
            Files.writeString(Folders.madeFor(file), line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new Refused("The audit log " + file + " cannot be written: " + e.getMessage() + ".", e);
        }
    }
}
