package org.tongban.local.command;

import java.nio.file.Path;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.place.Refused;

/** The words after a command. */
final class Words {

    private Words() {}

    /**
     * A folder as the caller named it, who may have stood elsewhere.
     */
    static Path folder(Stack stack, String word) {
        return Path.of(stack.place().setting("TONGBAN_FROM").orElse(""))
                .resolve(word)
                .toAbsolutePath()
                .normalize();
    }

    /** @throws Refused if a part runs: what changes while it is copied fits together with nothing */
    static void requireDown(Stack stack, Command command) {
        List<String> running = stack.names().stream()
                .filter(name -> stack.process(name).isPresent())
                .toList();
        if (!running.isEmpty() || stack.watching().isPresent()) {
            throw new Refused("./tongban " + command.name() + " wants a stack that stands still, and "
                    + (running.isEmpty() ? "its watcher" : String.join(", ", running))
                    + " runs: end it first with ./tongban down.");
        }
    }

    /**
     * The one part that is meant.
     *
     * @throws Refused if there is not exactly one word, or no part of that name
     */
    static String one(Stack stack, List<String> words, Command command) {
        if (words.size() != 1) {
            throw new Refused(
                    "./tongban " + command.name() + " wants one part: " + String.join(", ", stack.names()) + ".");
        }
        return stack.part(words.get(0)).name();
    }
}
