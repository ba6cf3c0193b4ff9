package org.tongban.platform.event;

import java.util.Set;

/**
 * Who tells: one source, one topic, and a sequence without gaps per (source, code).
 *
 * @param name the bare name, {@code application}
 */
public record Source(String name) {
    private static final Set<String> NAMES =
            Set.of("catalog", "application", "tracking", "timeline", "identity", "notification");

    public Source {
        if (!NAMES.contains(name)) {
            throw new IllegalArgumentException("no source: " + name);
        }
    }

    /** @param type an event type, {@code application.submitted.v1} */
    public static Source ofType(String type) {
        int dot = type.indexOf('.');
        return new Source(dot < 0 ? type : type.substring(0, dot));
    }

    /** @param path as in {@code ce_source}: {@code /application} */
    public static Source ofPath(String path) {
        return new Source(path.startsWith("/") ? path.substring(1) : path);
    }

    public String path() {
        return "/" + name;
    }

    public String topic() {
        return "tongban." + name;
    }

    public String deadLetterTopic() {
        return topic() + ".dlt";
    }
}
