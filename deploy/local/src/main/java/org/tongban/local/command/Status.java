package org.tongban.local.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongban.local.Stack;

/** One line per part: process, port, memory, state. */
final class Status implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Status(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "part, pid, port, memory, state; exit code 0 if everything serves";
    }

    @Override
    public int run(List<String> arguments) {
        terminal.say(row("PART", "PID", "PORT", "MEMORY", "STATE"));
        long megabytes = 0;
        boolean whole = true;
        for (String name : stack.names()) {
            Optional<ProcessHandle> process = stack.process(name);
            boolean ready = stack.ready(name);
            long memory = process.map(Memory::megabytes).orElse(0L);
            megabytes += memory;
            whole &= ready;
            terminal.say(row(
                    name,
                    process.map(found -> String.valueOf(found.pid())).orElse("-"),
                    String.valueOf(stack.port(name)),
                    process.isPresent() ? memory + " MB" : "-",
                    ready ? "serves" : process.isPresent() ? "starting" : "down"));
        }
        terminal.say(row("", "", "", megabytes + " MB", ""));
        return whole ? 0 : 1;
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-13s %-8s %-6s %9s  %s", (Object[]) cells)
                .stripTrailing();
    }
}
