package org.tongban.local.command;

import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** The resident memory of a process, as {@code ps} tells it. */
final class Memory {

    private static final int KILOBYTES = 1024;

    private Memory() {}

    static long megabytes(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", String.valueOf(process.pid())).start();
            String told = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return told.isEmpty() ? 0 : Long.parseLong(told) / KILOBYTES;
        } catch (IOException unknown) {
            return 0;
        }
    }
}
