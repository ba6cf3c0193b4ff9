package org.tongban.local.command;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tongban.local.Stack;
import org.tongban.local.place.Refused;

/** Starts everything. */
final class Up implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Up(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "up";
    }

    @Override
    public String usage() {
        return "build what is missing, start everything that does not run, load the catalogue";
    }

    @Override
    public int run(List<String> arguments) {
        long begin = System.nanoTime();
        stack.up(terminal);
        stack.watch(terminal);
        Optional<Refused> unloaded = seed();
        Duration started = Duration.ofNanos(System.nanoTime() - begin);
        String base = stack.base();
        terminal.say(
                String.format(Locale.ROOT, "%nTongban is up after %.0f s: %s%n", started.toMillis() / 1000.0, base));
        terminal.say("  sign-on    " + base + "/auth/realms/tongban   events " + stack.kafka() + "   store "
                + stack.mongodbUri());
        terminal.say(
                "  people     citizen1 citizen2 · counter1 counter2 · reviewer1 (市场监管) reviewer2 (消防救援) reviewer3");
        terminal.say("             supervisor1 · editor1 editor2 · admin1      password = user name");
        terminal.say("  staff      a reviewer and a head for every department: ./tongban staff");
        terminal.say("  systems    client gov-sample, secret gov-sample");
        terminal.say("");
        terminal.say("Try: ./tongban demo");
        terminal.say("     curl '" + base + "/api/catalog/items?q=%E9%A4%90%E9%A5%AE'");
        terminal.say("     ./tongban kill tracking && ./tongban start tracking");
        unloaded.ifPresent(why -> {
            throw new Refused(
                    "All parts run, but the catalogue is not loaded; ./tongban seed goes on: " + why.getMessage(), why);
        });
        return 0;
    }

    /** What kept it from being loaded whole: the parts are up all the same. */
    private Optional<Refused> seed() {
        try {
            stack.seed(terminal);
            return Optional.empty();
        } catch (Refused e) {
            return Optional.of(e);
        }
    }
}
