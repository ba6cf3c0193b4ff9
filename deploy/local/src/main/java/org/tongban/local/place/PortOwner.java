package org.tongban.local.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds out which process listens on a port, where {@code /proc} tells. */
public final class PortOwner {

    private static final Path PROC = Path.of("/proc");

    private static final String LISTENING = "0A";

    private PortOwner() {}

    /** The listening process: {@code "java (pid 4711)"}; empty when this machine does not say. */
    public static Optional<String> of(int port) {
        return Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> inodes(PROC.resolve(table), port))
                .flatMap(PortOwner::holder)
                .findFirst();
    }

    /** Whether another process than this one listens there; false when nobody does, or this machine does not say. */
    public static boolean isForeign(int port, long pid) {
        List<String> inodes = Stream.of("net/tcp", "net/tcp6")
                .flatMap(table -> inodes(PROC.resolve(table), port))
                .toList();
        return !inodes.isEmpty()
                && Files.isReadable(PROC.resolve(pid + "/fd"))
                && inodes.stream().noneMatch(inode -> holds(pid, "socket:[" + inode + "]"));
    }

    private static Stream<String> inodes(Path table, int port) {
        String suffix = String.format(":%04X", port);
        return lines(table)
                .map(line -> line.strip().split("\\s+", -1))
                .filter(field -> field.length > 9 && field[1].endsWith(suffix) && field[3].equals(LISTENING))
                .map(field -> field[9]);
    }

    private static Stream<String> holder(String inode) {
        return ProcessHandle.allProcesses()
                .filter(process -> holds(process.pid(), "socket:[" + inode + "]"))
                .map(PortOwner::told);
    }

    private static boolean holds(long pid, String socket) {
        try (Stream<Path> descriptors = Files.list(PROC.resolve(pid + "/fd"))) {
            return descriptors.anyMatch(descriptor -> pointsTo(descriptor, socket));
        } catch (IOException notOurs) {
            return false;
        }
    }

    private static boolean pointsTo(Path descriptor, String socket) {
        try {
            return Files.readSymbolicLink(descriptor).toString().equals(socket);
        } catch (IOException gone) {
            return false;
        }
    }

    private static String told(ProcessHandle process) {
        String command = process.info()
                .command()
                .map(path -> String.valueOf(Path.of(path).getFileName()))
                .orElse("a process");
        return command + " (pid " + process.pid() + ")";
    }

    private static Stream<String> lines(Path file) {
        try {
            return Files.readAllLines(file).stream();
        } catch (IOException notLinux) {
            return List.<String>of().stream();
        }
    }
}
