package org.tongban.local.command;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.tongban.local.Stack;
import org.tongban.local.place.Folders;
import org.tongban.local.place.Place;

/** Ends everything and forgets all of its state, keys included; what was built stays. */
final class Reset implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Reset(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "reset";
    }

    @Override
    public String usage() {
        return "end everything and remove its data and keys";
    }

    @Override
    public int run(List<String> arguments) {
        stack.archive(terminal);
        stack.down(terminal);
        Place place = stack.place();
        if (Files.isDirectory(place.home())) {
            try (Stream<Path> entries = Files.list(place.home())) {
                entries.filter(entry -> !place.cache().startsWith(entry))
                        .filter(entry -> !entry.equals(place.lock()) && !entry.equals(place.seedLock()))
                        .forEach(Folders::remove);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        terminal.say("The state in " + place.home() + " is gone; ./tongban up begins anew.");
        return 0;
    }
}
