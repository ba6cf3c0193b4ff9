package org.tongban.local.backup;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Objects;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/**
 * Store, broker, sign-on and keys of a stack that stands still, copied as one: a store without its broker's log, or without
 * the keys that its fields are sealed with, is half of the truth.
 */
public final class Backup {

    /** Those of them that this stack has. */
    private static final List<String> STATE = List.of("store", "mongod", "kafka", "keycloak", "keys");

    /** Written last: a copy without it is half of one. */
    private static final String COMPLETE = "complete";

    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss").withZone(ZoneOffset.UTC);

    private final Place place;

    private final Clock clock;

    public Backup(Place place, Clock clock) {
        this.place = place;
        this.clock = clock;
        if (place.setting("TONGBAN_MONGODB_URI").isPresent()) {
            throw new Refused(
                    "The store is not this stack's own (TONGBAN_MONGODB_URI): copy it with its own tools, and the"
                            + " folders kafka, keycloak and keys of " + place.home()
                            + " with it, while the stack is down.");
        }
    }

    /** Where a copy goes that nobody named a folder for: beside the state, which {@code reset} removes. */
    public Path usualFolder() {
        return beside("backup").resolve(stamp());
    }

    /**
     * Copies all into that folder, which is made; nothing may run.
     *
     * @throws Refused if there is something already, or nothing to copy
     */
    public void write(Path folder) {
        if (!Files.isDirectory(place.keys())) {
            throw new Refused("There is nothing in " + place.home() + " yet that could be copied.");
        }
        if (Files.exists(folder)) {
            throw new Refused(folder + " is there already: name a folder that is not.");
        }
        Path draft = folder.resolveSibling("." + folder.getFileName() + ".draft");
        try {
            Folders.emptied(draft);
            copy(place.home(), draft);
            Files.writeString(draft.resolve(COMPLETE), stamp());
            Files.move(draft, folder, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new Refused("The copy in " + draft + " was not finished: " + e + ".", e);
        }
    }

    /**
     * Puts a copy in the place of what is there; nothing may run.
     *
     * @return where that lies from now on
     * @throws Refused if the folder holds no whole copy
     */
    public Path putBack(Path folder) {
        if (!Files.isRegularFile(folder.resolve(COMPLETE))) {
            throw new Refused(folder + " holds no whole copy of a stack: ./tongban backup makes one.");
        }
        Path draft = place.home().resolve("restoring");
        Path replaced = beside("replaced").resolve(stamp());
        try {
            Folders.emptied(draft);
            copy(folder, draft);
            Folders.secret(replaced);
            for (String part : STATE) {
                move(place.home().resolve(part), replaced.resolve(part));
                move(draft.resolve(part), place.home().resolve(part));
            }
            Folders.remove(draft);
            return replaced;
        } catch (IOException e) {
            throw new Refused(
                    "The copy was not put back whole: " + e + "; what was there lies in " + replaced
                            + ". Run the same command again.",
                    e);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        for (String part : STATE) {
            if (Files.exists(from.resolve(part))) {
                FolderCopy.of(from.resolve(part), to.resolve(part));
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
        }
    }

    private Path beside(String what) {
        Path home = place.home();
        try {
            Path folder = home.resolveSibling(Objects.requireNonNull(home.getFileName()) + "-" + what);
            return Files.exists(folder) ? folder.toRealPath() : Folders.secret(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String stamp() {
        return STAMP.format(clock.instant());
    }
}
