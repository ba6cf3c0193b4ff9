package org.tongban.local.part;

import java.util.List;

/** One process of the stack. */
public interface Part {

    /** Its name on the command line: {@code kafka}. */
    String name();

    /** The names of the ports it listens on, the main one first. */
    List<String> ports();

    /** The parts that must be ready before it is started. */
    default List<String> after() {
        return List.of();
    }

    /** Makes ready what the process needs, telling what takes long; called before each start while it does not run. */
    default void prepare(Progress progress) {}

    /** How it is started. */
    Launch launch();

    /** One quick look: does it serve? */
    boolean ready();

    /** Called when it is ready, after its start or when a later launcher finds it so; a second time does no harm. */
    default void started() {}
}
