package org.tongban.local.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The Java that runs the launcher also runs the parts. */
public final class Java {

    private Java() {}

    /** {@code java} with these options, then a class path, a main class and its arguments. */
    public static List<String> command(List<String> options, String classPath, String mainClass, String... arguments) {
        List<String> command = new ArrayList<>();
        command.add(executable());
        command.addAll(options);
        command.add("-cp");
        command.add(classPath);
        command.add(mainClass);
        command.addAll(List.of(arguments));
        return command;
    }

    /** The program. */
    public static String executable() {
        return home().resolve("bin/java").toString();
    }

    /** Where it is installed. */
    public static Path home() {
        return Path.of(System.getProperty("java.home"));
    }

    /** Its exact version, {@code 17.0.15+6}: an archive of classes made by one is of no use to another. */
    public static String version() {
        return Runtime.version().toString();
    }
}
