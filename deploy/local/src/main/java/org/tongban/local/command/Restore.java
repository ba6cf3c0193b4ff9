package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.part.LastWords;

/** Brings an emptied database of a stopped service back from its own topics. */
final class Restore implements Command {

    private static final int LAST_LINES = 15;

    /** What a service answers when all came back but some. */
    private static final int NEED_A_LOOK = 3;

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
        terminal.tell(part, outcome(part, exit));
        return exit;
    }

    private String outcome(String part, int exit) {
        String goesOn = "; ./tongban start " + part + " goes on from there";
        String words = "the end of its log says:\n  "
                + String.join("\n  ", LastWords.of(stack.place().log(part), LAST_LINES));
        return switch (exit) {
            case 0 -> "restored" + goesOn;
            case NEED_A_LOOK -> "restored, but some codes need a look" + goesOn + "; " + words;
            default -> "was not restored (exit code " + exit + "); " + words;
        };
    }
}
