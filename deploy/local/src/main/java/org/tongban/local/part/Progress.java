package org.tongban.local.part;

/** Hears how the parts come along. */
@FunctionalInterface
public interface Progress {

    /** One line about one part: {@code kafka}, {@code ready after 3.1 s (pid 4711, port 8092)}. */
    void tell(String part, String line);

    /** Keeps it to itself. */
    static Progress silent() {
        return (part, line) -> {};
    }
}
