package org.tongban.local.command;

import java.util.List;

/** One command of {@code ./tongban}. */
interface Command {

    /** Its word. */
    String name();

    /** What follows the word, and one line on what it does. */
    String usage();

    /** Does it; the exit code. */
    int run(List<String> arguments);
}
