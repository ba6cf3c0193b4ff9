package org.tongban.local.watch;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.local.part.LastWords;
import org.tongban.local.part.LauncherLock;
import org.tongban.local.part.Part;
import org.tongban.local.part.Processes;
import org.tongban.local.part.Progress;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/**
 * Looks after the parts, one round at a time. A part ended by itself when its note is there and its process is not: whoever
 * ends a part on purpose takes the note away first.
 */
public final class Watcher {

    private static final int REASON_AT_MOST = 160;

    private final Place place;

    private final Map<String, Part> parts = new LinkedHashMap<>();

    private final Processes processes;

    private final Restarts restarts;

    private final LauncherLock lock;

    private final Clock clock;

    private final Progress progress;

    /** Started again and not yet seen to serve. */
    private final Set<String> starting = new HashSet<>();

    public Watcher(Place place, Collection<? extends Part> parts, Clock clock, Progress progress) {
        this.place = place;
        parts.forEach(part -> this.parts.put(part.name(), part));
        this.processes = new Processes(place);
        this.restarts = new Restarts(place);
        this.lock = new LauncherLock(place.lock());
        this.clock = clock;
        this.progress = progress;
    }

    /** One look at every part; what it finds is done without waiting for anything. */
    public void look() {
        for (Part part : parts.values()) {
            try {
                look(part);
            } catch (RuntimeException e) {
                progress.tell(part.name(), "could not be looked after: " + e);
            }
        }
    }

    private void look(Part part) {
        String name = part.name();
        if (!processes.ended(name)) {
            greet(part);
            return;
        }
        Restart known = restarts.of(name).orElseGet(Restart::never);
        switch (known.state()) {
            case STARTED -> noteEnd(part, known);
            case WAITING -> {
                if (!clock.instant().isBefore(known.at()) && areReady(part.after())) {
                    lock.aloneNow(() -> startAgain(part));
                }
            }
            case GIVEN_UP -> starting.remove(name);
        }
    }

    /** What has to be done when a part serves is done for one that was started again, too. */
    private void greet(Part part) {
        if (starting.contains(part.name()) && part.ready()) {
            starting.remove(part.name());
            part.started();
            progress.tell(part.name(), "serves again");
        }
    }

    private void noteEnd(Part part, Restart known) {
        Restart ended = known.ended(clock.instant(), reason(part));
        restarts.keep(part.name(), ended);
        progress.tell(
                part.name(),
                ended.state() == Restart.State.GIVEN_UP
                        ? "ended " + ended.inARow() + " times in a row and is given up; its last words: "
                                + ended.reason()
                        : "ended, is started again at " + ended.at().truncatedTo(ChronoUnit.SECONDS)
                                + "; its last words: " + ended.reason());
    }

    /** Another launcher may have ended or started it between the look and the lock. */
    private void startAgain(Part part) {
        String name = part.name();
        if (!processes.ended(name)) {
            return;
        }
        Restart known = restarts.of(name).orElseGet(Restart::never);
        Instant now = clock.instant();
        try {
            restarts.keep(name, known.started(now));
            ProcessHandle process = processes.start(part, progress);
            starting.add(name);
            progress.tell(name, "started again (pid " + process.pid() + ")");
        } catch (Refused e) {
            restarts.keep(name, known.failed(now, e.getMessage()));
            progress.tell(name, "could not be started again: " + e.getMessage());
        }
    }

    private boolean areReady(List<String> names) {
        return names.stream()
                .map(parts::get)
                .allMatch(part -> part == null || (processes.find(part.name()).isPresent() && part.ready()));
    }

    private String reason(Part part) {
        List<String> last = LastWords.of(place.log(part.name()), 1);
        String words = last.isEmpty() ? "it said nothing" : last.get(0).strip();
        return words.length() > REASON_AT_MOST ? words.substring(0, REASON_AT_MOST) + "…" : words;
    }
}
