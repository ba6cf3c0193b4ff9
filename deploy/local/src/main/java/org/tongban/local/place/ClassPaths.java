package org.tongban.local.place;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The class paths that the build of {@code deploy/local} wrote down for the parts that run from jars. */
public final class ClassPaths {

    private final Path house;

    private final Path target;

    private final Path copies;

    public ClassPaths(Place place) {
        this.house = place.house();
        this.target = house.resolve("deploy/local/target");
        this.copies = place.cache().resolve("classes");
    }

    /** Broker, store, sandbox and the launcher's own classes; what is ours as a copy, for the next build replaces it. */
    public String parts() {
        return Stream.concat(Stream.of(target.resolve("classes")), parts("parts.classpath"))
                .map(entry -> isOurs(entry) ? Copies.of(entry, copies.resolve(shelf(entry))) : entry)
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /** The distribution of Keycloak. */
    public Path keycloakZip() {
        return Path.of(read("keycloak.classpath"));
    }

    private Stream<Path> parts(String name) {
        return List.of(read(name).split(File.pathSeparator, -1)).stream().map(Path::of);
    }

    /** Built here, or installed from here. */
    private boolean isOurs(Path entry) {
        return entry.startsWith(house) || entry.toString().contains("/org/tongban/");
    }

    /** One shelf for each module: {@code store}, or {@code local} for its folder of classes. */
    private static String shelf(Path entry) {
        String name = String.valueOf(entry.getFileName());
        return name.endsWith(".jar")
                ? name.replaceAll("-\\d.*", "")
                : name + "-" + Integer.toHexString(entry.hashCode());
    }

    private String read(String name) {
        Path file = target.resolve(name);
        try {
            return Files.readString(file).strip();
        } catch (IOException e) {
            throw new Refused(file + " is missing: build deploy/local first (./tongban up does).", e);
        }
    }
}
