package org.tongban.local.watch;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/** The restarts of each part, in files: the watcher writes them, {@code status} reads them. */
public final class Restarts {

    private final Place place;

    public Restarts(Place place) {
        this.place = place;
    }

    /** Those of one part, if there were any since a person last started it. */
    public Optional<Restart> of(String part) {
        Path file = place.restarts(part);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties lines = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            lines.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Optional.of(new Restart(
                Restart.State.valueOf(lines.getProperty("state")),
                Integer.parseInt(lines.getProperty("total")),
                Integer.parseInt(lines.getProperty("inARow")),
                Instant.parse(lines.getProperty("at")),
                lines.getProperty("reason")));
    }

    /** Nothing is known of it: a person has started or ended it. */
    public void forget(String part) {
        try {
            Files.deleteIfExists(place.restarts(part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void keep(String part, Restart restart) {
        Properties lines = new Properties();
        lines.setProperty("state", restart.state().name());
        lines.setProperty("total", String.valueOf(restart.total()));
        lines.setProperty("inARow", String.valueOf(restart.inARow()));
        lines.setProperty("at", restart.at().toString());
        lines.setProperty("reason", restart.reason());
        Path file = Folders.madeFor(place.restarts(part));
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        try {
            try (Writer writer = Files.newBufferedWriter(draft)) {
                lines.store(writer, null);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
