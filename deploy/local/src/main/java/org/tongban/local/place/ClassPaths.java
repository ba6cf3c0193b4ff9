package org.tongban.local.place;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The class paths that the build of {@code deploy/local} wrote down for the parts that run from jars. */
public final class ClassPaths {

    private final Path target;

    public ClassPaths(Place place) {
        this.target = place.house().resolve("deploy/local/target");
    }

    /** Broker, store, sandbox and the launcher's own classes. */
    public String parts() {
        return target.resolve("classes") + System.getProperty("path.separator") + read("parts.classpath");
    }

    /** The distribution of Keycloak. */
    public Path keycloakZip() {
        return Path.of(read("keycloak.classpath"));
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
