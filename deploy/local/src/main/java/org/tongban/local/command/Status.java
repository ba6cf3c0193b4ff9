package org.tongban.local.command;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongban.local.Stack;
import org.tongban.local.watch.Restart;

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
        boolean runs = false;
        for (String name : stack.names()) {
            Optional<ProcessHandle> process = stack.process(name);
            boolean ready = stack.ready(name);
            long memory = process.map(Memory::megabytes).orElse(0L);
            megabytes += memory;
            whole &= ready;
            runs |= process.isPresent();
            terminal.say(row(
                    name,
                    process.map(found -> String.valueOf(found.pid())).orElse("-"),
                    String.valueOf(stack.port(name)),
                    process.isPresent() ? memory + " MB" : "-",
                    state(name, process.isPresent(), ready)));
        }
        Optional<ProcessHandle> watcher = stack.watching();
        long memory = watcher.map(Memory::megabytes).orElse(0L);
        megabytes += memory;
        terminal.say(row(
                "watcher",
                watcher.map(found -> String.valueOf(found.pid())).orElse("-"),
                "-",
                watcher.isPresent() ? memory + " MB" : "-",
                watcher.isPresent() ? "watches" : runs ? "down: what ends by itself stays away" : "down"));
        terminal.say(row("", "", "", megabytes + " MB", ""));
        return whole ? 0 : 1;
    }

    private String state(String name, boolean runs, boolean ready) {
        Optional<Restart> restart = stack.restart(name);
        if (runs) {
            return (ready ? "serves" : "starting") + restart.map(Status::told).orElse("");
        }
        if (!stack.ended(name)) {
            return "down";
        }
        return restart.map(Status::ended).orElse("ended: ./tongban start " + name);
    }

    private static String told(Restart restart) {
        return ", brought back " + times(restart.total()) + "; its last words were: " + restart.reason();
    }

    private static String ended(Restart restart) {
        return restart.state() == Restart.State.GIVEN_UP
                ? "ended " + times(restart.inARow()) + " in a row and given up; its last words: " + restart.reason()
                : "ended, is brought back; its last words: " + restart.reason();
    }

    private static String times(int number) {
        return number == 1 ? "once" : number + " times";
    }

    private static String row(String... cells) {
        return String.format(Locale.ROOT, "  %-13s %-8s %-6s %9s  %s", (Object[]) cells)
                .stripTrailing();
    }
}
