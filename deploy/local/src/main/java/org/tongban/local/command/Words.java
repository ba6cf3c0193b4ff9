package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.place.Refused;

/** The words after a command. */
final class Words {

    private Words() {}

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
