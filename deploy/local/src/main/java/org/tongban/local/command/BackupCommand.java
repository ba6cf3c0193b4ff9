package org.tongban.local.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.backup.Backup;
import org.tongban.local.place.Refused;

/** Copies all that a stopped stack holds. */
final class BackupCommand implements Command {

    private final Stack stack;

    private final Terminal terminal;

    BackupCommand(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "backup";
    }

    @Override
    public String usage() {
        return "[FOLDER]: copy store, broker, sign-on and keys of the stopped stack as one";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() > 1) {
            throw new Refused("./tongban backup wants one folder at most.");
        }
        Words.requireDown(stack, this);
        Backup backup = new Backup(stack.place(), Clock.systemUTC());
        Path folder = arguments.isEmpty() ? backup.usualFolder() : Words.folder(stack, arguments.get(0));
        backup.write(folder);
        terminal.say("The copy is in " + folder
                + "; it holds the keys, so keep it as you keep them. ./tongban restore --all " + folder
                + " puts it back.");
        return 0;
    }
}
