package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;

/** Kills one part without a warning, to see what the others make of it. */
final class Kill implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Kill(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "kill";
    }

    @Override
    public String usage() {
        return "PART: kill -9; it stays away until it is started";
    }

    @Override
    public int run(List<String> arguments) {
        String part = Words.one(stack, arguments, this);
        terminal.tell(part, stack.kill(part) ? "killed; ./tongban start " + part + " brings it back" : "did not run");
        return 0;
    }
}
