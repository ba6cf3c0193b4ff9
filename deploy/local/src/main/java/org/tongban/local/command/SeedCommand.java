package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;

/** Loads the catalogue and its departments' staff. */
final class SeedCommand implements Command {

    private final Stack stack;

    private final Terminal terminal;

    SeedCommand(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "seed";
    }

    @Override
    public String usage() {
        return "load the staff and the real catalogue of deploy/data (up does it too); a second time changes nothing";
    }

    @Override
    public int run(List<String> arguments) {
        stack.seed(terminal);
        return 0;
    }
}
