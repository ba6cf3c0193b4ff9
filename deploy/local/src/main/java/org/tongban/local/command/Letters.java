package org.tongban.local.command;

import java.util.List;
import java.util.Locale;
import org.tongban.local.Stack;
import org.tongban.local.letter.DeadLetters;
import org.tongban.local.letter.Letter;

/** Lists what services gave up and nobody has dealt with. */
final class Letters implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Letters(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "letters";
    }

    @Override
    public String usage() {
        return "list the events that a service gave up (dead letters) and that are still open";
    }

    @Override
    public int run(List<String> arguments) {
        List<Letter> open = new DeadLetters(stack.kafka()).open();
        if (open.isEmpty()) {
            terminal.say("No letter is open.");
            return 0;
        }
        row("GROUP", "TOPIC-PARTITION-OFFSET", "CODE", "TYPE", "REASON", "WHEN");
        open.forEach(letter -> row(
                letter.group(),
                letter.place(),
                letter.key(),
                letter.type(),
                letter.reason(),
                letter.when().toString()));
        return 0;
    }

    private void row(String group, String place, String code, String type, String reason, String when) {
        terminal.say(
                String.format(Locale.ROOT, "%-22s %-30s %-18s %-34s %-26s %s", group, place, code, type, reason, when));
    }
}
