package org.tongban.local.command;

import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.seed.Offices;

/** Says who works in which department. */
final class StaffCommand implements Command {

    private final Stack stack;

    private final Terminal terminal;

    StaffCommand(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "staff";
    }

    @Override
    public String usage() {
        return "the departments with guides, and the user names of their reviewer and head (password = user name)";
    }

    @Override
    public int run(List<String> arguments) {
        Offices.in(stack.place().house().resolve("deploy/data"))
                .forEach(office -> terminal.say(String.format(
                        "%s  %-32s %-32s %s",
                        office.division(), office.reviewer(), office.head(), office.department())));
        return 0;
    }
}
