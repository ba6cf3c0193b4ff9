package org.tongban.local.command;

import java.time.Clock;
import java.util.List;
import org.tongban.local.Stack;
import org.tongban.local.letter.AuditLog;
import org.tongban.local.letter.DeadLetters;
import org.tongban.local.letter.Letter;
import org.tongban.local.place.Refused;

/** Lets the groups that gave an event up hear it once more. */
final class Replay implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Replay(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String usage() {
        return "TOPIC-PARTITION-OFFSET [GROUP]: let the group that gave this event up hear it once more";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new Refused("./tongban replay wants a place and perhaps a group, as ./tongban letters shows them.");
        }
        String place = arguments.get(0);
        DeadLetters letters = new DeadLetters(stack.kafka());
        List<Letter> meant = letters.open().stream()
                .filter(letter -> letter.place().equals(place))
                .filter(letter -> arguments.size() == 1 || letter.group().equals(arguments.get(1)))
                .toList();
        if (meant.isEmpty()) {
            throw new Refused("No open letter stands at " + String.join(" of ", arguments)
                    + ": ./tongban letters shows those there are.");
        }
        AuditLog audit = new AuditLog(stack.place().log("audit"), Clock.systemUTC());
        for (Letter letter : meant) {
            String outcome = letters.replay(letter);
            audit.write("replay " + letter.place() + " of " + letter.group() + ": " + outcome);
            terminal.say(outcome);
        }
        return 0;
    }
}
