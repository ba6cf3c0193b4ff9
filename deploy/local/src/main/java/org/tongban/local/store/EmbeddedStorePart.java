package org.tongban.local.store;

import java.util.List;
import java.util.Map;
import org.tongban.local.part.Java;
import org.tongban.local.part.JvmSettings;
import org.tongban.local.part.Launch;
import org.tongban.local.part.Look;
import org.tongban.local.part.Part;
import org.tongban.local.place.ClassPaths;
import org.tongban.local.place.Place;

/** The embedded, wire-compatible store of {@code deploy/store} in a process of its own. */
final class EmbeddedStorePart implements Part {

    private final Place place;

    EmbeddedStorePart(Place place) {
        this.place = place;
    }

    @Override
    public String name() {
        return "store";
    }

    @Override
    public List<String> ports() {
        return List.of("store");
    }

    @Override
    public Launch launch() {
        return new Launch(
                Java.command(
                        new JvmSettings(place).all(name(), "512m"),
                        new ClassPaths(place).parts(),
                        "org.tongban.store.StoreServer",
                        place.state("store").toString(),
                        String.valueOf(place.ports().of("store"))),
                Map.of(),
                place.home());
    }

    @Override
    public boolean ready() {
        return Look.listens(place.ports().of("store"));
    }
}
