package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.part.LastWords;

/** Brings an emptied database of a stopped service back from its own topics. */
final class Restore implements Command {

    private static final int LAST_LINES = 15;

    private final Stack stack;

    private final Terminal terminal;

    Restore(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "restore";
    }

    @Override
    public String usage() {
        return "PART: fill its emptied database from its own topics (the part must not run)";
    }

    @Override
    public int run(List<String> arguments) {
        String part = Words.one(stack, arguments, this);
        int exit = stack.runOnce(part, "restore");
        terminal.tell(
                part,
                exit == 0
                        ? "restored; ./tongban start " + part + " goes on from there"
                        : "was not restored (exit code " + exit + "); the end of its log says:\n  "
                                + String.join("\n  ", LastWords.of(stack.place().log(part), LAST_LINES)));
        return exit;
    }
}
