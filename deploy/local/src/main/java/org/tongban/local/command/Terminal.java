package org.tongban.local.command;

import java.io.PrintStream;
import java.util.Locale;
import org.tongban.local.part.Progress;

/** What the person at the terminal sees. */
final class Terminal implements Progress {

    private final PrintStream out;

    Terminal(PrintStream out) {
        this.out = out;
    }

    @Override
    public synchronized void tell(String part, String line) {
        say(String.format(Locale.ROOT, "  %-13s %s", part, line));
    }

    synchronized void say(String line) {
        out.println(line);
        out.flush();
    }
}
