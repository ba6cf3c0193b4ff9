package org.tongban.local.command;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;
import org.tongban.local.verify.SavedList;

/** Checks a signed list without asking anybody. */
final class Verify implements Command {

    private static final int OVER = 3;

    private final Place place;

    private final Terminal terminal;

    private final Clock clock;

    Verify(Place place, Terminal terminal, Clock clock) {
        this.place = place;
        this.terminal = terminal;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String usage() {
        return "FILE.jws [JWKS.json]: check a signed list offline, with saved keys or those of this machine";
    }

    /** 0 when the list is good, 3 when it is authentic but over; what is not authentic is refused. */
    @Override
    public int run(List<String> arguments) {
        if (arguments.isEmpty() || arguments.size() > 2) {
            throw new Refused("./tongban verify wants FILE.jws and, if you saved them, the keys: JWKS.json.");
        }
        SavedList list = SavedList.verified(
                file(arguments.get(0)),
                arguments.size() == 2 ? file(arguments.get(1)) : null,
                place.keys().resolve("list"));
        boolean over = list.verification().isOver(clock.instant());
        terminal.say(
                over
                        ? "Authentic, but expired after " + list.verification().validUntil()
                                + ": it may no longer be used; ask for a revision."
                        : "Authentic: this is what was promised.");
        list.promise().forEach(terminal::say);
        return over ? OVER : 0;
    }

    /** Seen from where the caller stood, not from where the script went. */
    private Path file(String name) {
        return Path.of(place.setting("TONGBAN_FROM").orElse("")).resolve(name);
    }
}
