package org.tongban.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A part whose process is a line of shell. */
record Program(String name, String line, boolean ready, List<String> after, Path folder) implements Part {
    static Program serving(String name, Path folder) {
        return new Program(name, "exec sleep 60", true, List.of(), folder);
    }

    static Program neverReady(String name, Path folder) {
        return new Program(name, "exec sleep 60", false, List.of(), folder);
    }

    static Program ending(String name, Path folder, String lastWords) {
        return new Program(name, "echo '" + lastWords + "'; exit 1", false, List.of(), folder);
    }

    Program after(String other) {
        return new Program(name, line, ready, List.of(other), folder);
    }

    @Override
    public List<String> ports() {
        return List.of(name);
    }

    @Override
    public Launch launch() {
        return new Launch(List.of("/bin/sh", "-c", line), Map.of(), folder);
    }
}
