package org.tongban.local.command;

import java.io.IOException;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.place.Refused;

/** Follows what a part says. */
final class Logs implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Logs(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "logs";
    }

    @Override
    public String usage() {
        return "PART: follow its log (Ctrl-C ends)";
    }

    @Override
    public int run(List<String> arguments) {
        String log = stack.place().log(Words.one(stack, arguments, this)).toString();
        terminal.say(log);
        try {
            return new ProcessBuilder("tail", "-n", "100", "-F", log)
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new Refused(log + " cannot be shown: " + e.getMessage() + ".", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 0;
        }
    }
}
