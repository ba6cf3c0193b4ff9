package org.tongban.catalog.guide;

/** JSON pointers (RFC 6901) to what is wrong in a body. */
public final class Pointer {
    private Pointer() {}

    /** {@code of("answers", "a/b")} is {@code /answers/a~1b}. */
    public static String of(Object... steps) {
        StringBuilder pointer = new StringBuilder();
        for (Object step : steps) {
            pointer.append('/').append(step.toString().replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
