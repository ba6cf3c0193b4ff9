package org.tongban.local.demo;

import java.util.function.Consumer;

/** Tells the story: what happens, where its code is, and what came of it. */
final class Narrator {

    private final Consumer<String> line;

    private int step;

    Narrator(Consumer<String> line) {
        this.line = line;
    }

    void chapter(String title) {
        line.accept("");
        line.accept("== " + title);
    }

    /** One numbered step, and the file to open for it. */
    void step(String what, String code) {
        step++;
        line.accept(String.format("%2d. %s", step, what));
        line.accept("      -> " + code);
    }

    /** What came of the step. */
    void outcome(String what) {
        line.accept("    " + what);
    }
}
