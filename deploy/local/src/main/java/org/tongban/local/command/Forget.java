package org.tongban.local.command;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.tongban.local.Stack;
import org.tongban.local.http.Conversation;
import org.tongban.local.letter.AuditLog;
import org.tongban.local.letter.DeadLetters;
import org.tongban.local.letter.Letter;
import org.tongban.local.place.Refused;

/** Settles what is nothing: a code that only listeners know, or a letter that nobody will ever read. */
final class Forget implements Command {

    private final Stack stack;

    private final Terminal terminal;

    Forget(Stack stack, Terminal terminal) {
        this.stack = stack;
        this.terminal = terminal;
    }

    @Override
    public String name() {
        return "forget";
    }

    @Override
    public String usage() {
        return "CODE | TOPIC-PARTITION-OFFSET: settle what was never told about a code, or a letter that is noise";
    }

    @Override
    public int run(List<String> arguments) {
        if (arguments.size() != 1) {
            throw new Refused("./tongban forget wants one code, or the place of one letter.");
        }
        String what = arguments.get(0);
        AuditLog audit = new AuditLog(stack.place().log("audit"), Clock.systemUTC());
        if (what.startsWith("tongban.")) {
            if (settle(letter -> letter.place().equals(what)) == 0) {
                throw new Refused("No open letter stands at " + what + ": ./tongban letters shows those there are.");
            }
            audit.write("forget letter " + what);
            terminal.say("The letter at " + what + " is settled.");
            return 0;
        }
        Conversation.with(stack.base())
                .as("admin1")
                .post("/api/tracking/reconciliation/" + what + "/forgotten", Map.of())
                .expect(204);
        audit.write("forget code " + what);
        String code = what.replace("-", "");
        int letters = settle(letter -> letter.key().equalsIgnoreCase(code));
        terminal.say("What was never told about " + what + " is forgotten, " + letters
                + " letters with it; the reconciliation is without it within seconds.");
        return 0;
    }

    private int settle(Predicate<Letter> meant) {
        DeadLetters letters = new DeadLetters(stack.kafka());
        List<Letter> settled = letters.open().stream().filter(meant).toList();
        settled.forEach(letter -> letters.settle(letter, "forgotten"));
        return settled.size();
    }
}
