package org.tongban.local.store;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.tongban.local.part.Part;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/** Which store a stack uses. */
public final class Store {

    /** Retryable writes need sessions, which a replica set has and the embedded store has not. */
    private static final String WITHOUT_SESSIONS = "retryWrites=false";

    private final Place place;

    private final Optional<Path> mongod;

    public Store(Place place) {
        this.place = place;
        this.mongod = mongod(place);
    }

    /** The part to run; empty if the store is somebody else's ({@code TONGBAN_MONGODB_URI}). */
    public Optional<Part> part() {
        if (place.setting("TONGBAN_MONGODB_URI").isPresent()) {
            return Optional.empty();
        }
        return Optional.of(mongod.<Part>map(program -> new MongodPart(place, program))
                .orElseGet(() -> new EmbeddedStorePart(place)));
    }

    /** What drivers connect to. */
    public String uri() {
        String local = "mongodb://127.0.0.1:" + place.ports().of("store") + "/?";
        return place.setting("TONGBAN_MONGODB_URI")
                .orElse(local + (mongod.isPresent() ? "replicaSet=" + MongodPart.REPLICA_SET : WITHOUT_SESSIONS));
    }

    private static Optional<Path> mongod(Place place) {
        Optional<String> told = place.setting("TONGBAN_MONGOD");
        told.map(Path::of).filter(path -> !Files.isExecutable(path)).ifPresent(path -> {
            throw new Refused("TONGBAN_MONGOD is " + path + ", which is not a program.");
        });
        return told.map(Path::of).or(() -> onPath(place));
    }

    private static Optional<Path> onPath(Place place) {
        return Stream.of(place.setting("PATH").orElse("").split(File.pathSeparator, -1))
                .filter(folder -> !folder.isBlank())
                .map(folder -> Path.of(folder, "mongod"))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
