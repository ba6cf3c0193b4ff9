package org.tongban.local.command;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.tongban.local.Stack;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/** Main class of {@code ./tongban}. */
public final class Tongban {

    private static final Logger ROOT = Logger.getLogger("");

    private Tongban() {}

    /** Runs one command; what cannot be done is told in one sentence, with exit code 1. */
    public static void main(String[] arguments) {
        ROOT.setLevel(Level.WARNING);
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        PrintStream error = new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
        System.exit(run(List.of(arguments), new Terminal(out), error));
    }

    private static int run(List<String> arguments, Terminal terminal, PrintStream error) {
        try {
            Commands commands = Commands.of(Stack.at(Place.of(System.getenv())), terminal);
            return commands.run(arguments);
        } catch (Refused e) {
            error.println("tongban: " + e.getMessage());
            return 1;
        }
    }
}
