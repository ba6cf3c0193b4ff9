package org.tongban.journeys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Map;
import org.tongban.local.Stack;
import org.tongban.local.http.Conversation;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Place;

/**
 * The one stack all journeys of a run share: real parts in a temporary folder, two instances of the services that citizens
 * and counters wait for, seeded with the real catalogue.
 */
final class House {
    /** As in production: whoever is killed has somebody beside who goes on. */
    private static final Map<String, String> INSTANCES =
            Map.of("TONGBAN_INSTANCES", "application=2,tracking=2,catalog=2");

    private static final Progress PROGRESS = (part, line) -> System.out.println("  " + part + " " + line);

    private House() {}

    static Stack stack() {
        return Started.STACK;
    }

    static Conversation anybody() {
        return Conversation.with(stack().base());
    }

    static Conversation as(String user) {
        return anybody().as(user);
    }

    /** The same house with that part armed to die at a crash point when it is started next. */
    static Stack armed(String part, String crashPoint) {
        return stack().with(Map.of(Place.variable("TONGBAN_CRASH", part), crashPoint));
    }

    /** Waits until application, timeline and notification agree about every code. */
    static void settle() {
        Soon.of(
                () -> anybody().get("/api/tracking/reconciliation").expect(200).json(),
                page -> page.path("differences").asInt(-1) == 0
                        && page.path("oldestUnprojectedSeconds").asInt(-1) == 0
                        && !page.path("stale").asBoolean(true));
    }

    private static final class Started {
        static final Stack STACK = start();

        private static Stack start() {
            try {
                Stack stack = Stack.temporary(Files.createTempDirectory("tongban-journeys"), INSTANCES);
                Runtime.getRuntime()
                        .addShutdownHook(new Thread(() -> stack.names().forEach(stack::kill)));
                stack.up(PROGRESS);
                stack.seed(PROGRESS);
                stack.archive(PROGRESS);
                return stack;
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
