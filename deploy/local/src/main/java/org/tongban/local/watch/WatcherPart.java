package org.tongban.local.watch;

import java.util.List;
import org.tongban.local.part.Java;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Part;
import org.tongban.local.place.ClassPaths;
import org.tongban.local.place.Place;

/** The watcher's own process: {@code ./tongban watch}, left behind by {@code up}. It listens nowhere. */
public final class WatcherPart implements Part {

    /** Its name among the notes and logs. */
    public static final String NAME = "watcher";

    private final Place place;

    public WatcherPart(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<String> ports() {
        return List.of();
    }

    @Override
    public Launch launch() {
        return new Launch(
                Java.command(
                        List.of(
                                "-Xms8m",
                                "-Xmx32m",
                                "-Xss256k",
                                "-XX:+UseSerialGC",
                                "-XX:TieredStopAtLevel=1",
                                "-XX:ReservedCodeCacheSize=16m"),
                        new ClassPaths(place).parts(),
                        "org.tongban.local.command.Tongban",
                        "watch"),
                place.environment(),
                place.house());
    }

    @Override
    public boolean ready() {
        return true;
    }
}
