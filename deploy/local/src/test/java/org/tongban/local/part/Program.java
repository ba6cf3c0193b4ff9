package org.tongban.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A part whose process is a line of shell. */
public record Program(
        String name, String line, boolean ready, List<String> after, Path folder, Runnable before, Runnable whenServing)
        implements Part {
    public static Program serving(String name, Path folder) {
        return new Program(name, "exec sleep 60", true, folder);
    }

    static Program writingAndEnding(String name, Path folder, Path file) {
        return new Program(name, "echo it > '" + file + "'; exit 1", false, folder);
    }

    static Program neverReady(String name, Path folder) {
        return new Program(name, "exec sleep 60", false, folder);
    }

    public static Program ending(String name, Path folder, String lastWords) {
        return new Program(name, "echo '" + lastWords + "'; exit 1", false, folder);
    }

    private Program(String name, String line, boolean ready, Path folder) {
        this(name, line, ready, List.of(), folder, () -> {}, () -> {});
    }

    public Program after(String other) {
        return new Program(name, line, ready, List.of(other), folder, before, whenServing);
    }

    Program preparing(Runnable work) {
        return new Program(name, line, ready, after, folder, work, whenServing);
    }

    public Program whenServing(Runnable work) {
        return new Program(name, line, ready, after, folder, before, work);
    }

    Program sayingReady() {
        return new Program(name, line, true, after, folder, before, whenServing);
    }

    @Override
    public List<String> ports() {
        return List.of(name);
    }

    @Override
    public void prepare(Progress progress) {
        before.run();
    }

    @Override
    public Launch launch() {
        return new Launch(List.of("/bin/sh", "-c", line), Map.of(), folder);
    }

    @Override
    public void started() {
        whenServing.run();
    }
}
