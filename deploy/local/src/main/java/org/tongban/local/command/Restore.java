package org.tongban.local.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.backup.Backup;
import org.tongban.local.part.LastWords;
import org.tongban.local.place.Refused;

/** Brings an emptied database of a stopped service back from its own topics, or a whole stopped stack from a copy. */
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
        return "PART: fill its emptied database from its own topics (the part must not run); --all FOLDER: put a whole copy"
                + " back";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.contains("--all")) {
            return all(arguments);
        }
        String part = Words.one(stack, arguments, this);
        int exit = stack.runOnce(part, "restore");
        terminal.tell(part, outcome(part, exit));
        return exit;
    }

    private int all(List<String> arguments) {
        if (arguments.size() != 2 || !arguments.get(0).equals("--all")) {
            throw new Refused("./tongban restore --all wants the folder of one copy.");
        }
        Words.requireDown(stack, this);
        Path replaced = new Backup(stack.place(), Clock.systemUTC()).putBack(Words.folder(stack, arguments.get(1)));
        terminal.say("The copy is in its place; ./tongban up goes on from there. What was there before lies in "
                + replaced + ": remove it when it is not needed any more.");
        return 0;
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
