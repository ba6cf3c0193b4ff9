package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;

/** Ends everything and keeps its state. */
final class Down implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Down(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "down";
    }

    @Override
    public String usage() {
        return "end everything; data and keys stay";
    }

    @Override
    public int run(List<String> arguments) {
        stack.archive(terminal);
        stack.down(terminal);
        return 0;
    }
}
