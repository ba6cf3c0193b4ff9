package org.tongban.local.command;

import java.time.Clock;
import java.util.List;
import org.tongban.local.Stack;

/** The table of commands. */
final class Commands {

    private static final int WRONG_USE = 2;

    private final List<Command> all;

    private final Terminal terminal;

    private Commands(List<Command> all, Terminal terminal) {
        this.all = all;
        this.terminal = terminal;
    }

    static Commands of(Stack stack, Terminal terminal) {
        return new Commands(
                List.of(
                        new Up(stack, terminal),
                        new Down(stack, terminal),
                        new Status(stack, terminal),
                        new Logs(stack, terminal),
                        new Kill(stack, terminal),
                        new Start(stack, terminal),
                        new SeedCommand(stack, terminal),
                        new StaffCommand(stack, terminal),
                        new DemoCommand(stack, terminal),
                        new Letters(stack, terminal),
                        new Replay(stack, terminal),
                        new Forget(stack, terminal),
                        new BackupCommand(stack, terminal),
                        new Restore(stack, terminal),
                        new Verify(stack.place(), terminal, Clock.systemUTC()),
                        new Watch(stack, terminal),
                        new Reset(stack, terminal)),
                terminal);
    }

    /** Runs the command of the first word with the rest; without one, says what there is. */
    int run(List<String> words) {
        if (words.isEmpty()) {
            usage();
            return WRONG_USE;
        }
        for (Command command : all) {
            if (command.name().equals(words.get(0))) {
                return command.run(words.subList(1, words.size()));
            }
        }
        usage();
        return WRONG_USE;
    }

    private void usage() {
        terminal.say("Usage: ./tongban COMMAND");
        all.forEach(command -> terminal.tell(command.name(), command.usage()));
    }
}
