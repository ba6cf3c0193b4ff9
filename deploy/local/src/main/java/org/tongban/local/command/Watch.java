package org.tongban.local.command;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.watch.Watcher;

/** Stays, and brings back what ends by itself. */
final class Watch implements Command {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Whoever started this needs a moment to write down which process it is. */
    private static final int LOOKS_BEFORE_NOTED = 30;

    private final Stack stack;

    private final Terminal terminal;

    Watch(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String usage() {
        return "bring back what ends by itself; up leaves one such process behind";
    }

    /** Ends when another process is the watcher, or none is wanted. */
    @Override
    public int run(List<String> arguments) {
        Watcher watcher = stack.watcher(Clock.systemUTC(), terminal);
        int before = 0;
        try {
            while (stack.isWatchedByMe() || before++ < LOOKS_BEFORE_NOTED) {
                if (stack.isWatchedByMe()) {
                    before = LOOKS_BEFORE_NOTED;
                    watcher.look();
                }
                Thread.sleep(BETWEEN_LOOKS.toMillis());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }
}
