package org.tongban.local.part;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** What {@code /proc} says about processes; elsewhere only what Java says. */
final class MarkedProcess {

    private static final Path PROC = Path.of("/proc");

    private MarkedProcess() {}

    /** The living process that has this in its environment: {@code NAME=value}. */
    static Optional<ProcessHandle> find(String variable) {
        return ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .filter(process -> environment(process.pid()).contains(variable))
                .filter(MarkedProcess::isAlive)
                .findFirst();
    }

    /** Whether it still does something: one that ended and was not buried by its parent does not. */
    static boolean isAlive(ProcessHandle process) {
        return process.isAlive() && !isUnburied(process.pid());
    }

    private static boolean isUnburied(long pid) {
        try {
            String stat = Files.readString(PROC.resolve(pid + "/stat"), StandardCharsets.ISO_8859_1);
            return stat.startsWith(" Z", stat.lastIndexOf(')') + 1);
        } catch (IOException unknown) {
            return false;
        }
    }

    private static List<String> environment(long pid) {
        try {
            byte[] all = Files.readAllBytes(PROC.resolve(pid + "/environ"));
            return List.of(new String(all, StandardCharsets.UTF_8).split("\0", -1));
        } catch (IOException notOurs) {
            return List.of();
        }
    }
}
