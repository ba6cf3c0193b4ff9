package org.tongban.platform.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;

/**
 * A main class in a JVM of its own with the classes of the test, so that it can really die.
 *
 * @param main has {@code main(String[])}
 * @param settings its system properties
 */
public record Fork(Class<?> main, Map<String, String> settings) {
    /** The exit code of a process that came to its crash point. */
    private static final int HALTED = 137;

    public Fork {
        settings = Map.copyOf(settings);
    }

    public Fork(Class<?> main) {
        this(main, Map.of());
    }

    /**
     * Runs it until it dies there, and fails with what it said when it ends in another way.
     *
     * @param point a name as {@link org.tongban.platform.crash.CrashPoints} has it, {@code relay.after-send}
     */
    public void dieAt(String point, String... arguments) {
        end(HALTED, point, arguments);
    }

    /** Runs it to an end of its own, and fails with what it said when that is another. */
    public void exitWith(int code, String... arguments) {
        end(code, "", arguments);
    }

    /** Kills it when that work is done; what fails meanwhile carries what the process said. */
    public void whileItRuns(Runnable work) {
        Child child = Child.start(this, "");
        try (child) {
            work.run();
        } catch (RuntimeException | Error e) {
            e.addSuppressed(new AssertionError(child.lastWords()));
            throw e;
        }
    }

    private void end(int code, String point, String... arguments) {
        try (Child child = Child.start(this, point, arguments)) {
            assertThat(child.end())
                    .as(() -> "the exit code of " + main.getSimpleName()
                            + (point.isEmpty() ? "" : ", which dies at " + point) + "; " + child.lastWords())
                    .isEqualTo(code);
        }
    }
}
