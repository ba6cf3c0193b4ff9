package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;

/** Starts everything. */
final class Up implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Up(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String usage() {
        return "build what is missing, start everything that does not run, load the catalogue";
    }

    @Override
    public int run(List<String> arguments) {
        stack.up(terminal);
        return 0;
    }
}
