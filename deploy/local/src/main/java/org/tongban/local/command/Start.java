package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;

/** Starts one part. */
final class Start implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Start(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String usage() {
        return "PART: start it and wait until it serves";
    }

    @Override
    public int run(List<String> arguments) {
        stack.start(terminal, List.of(Words.one(stack, arguments, this)));
        return 0;
    }
}
