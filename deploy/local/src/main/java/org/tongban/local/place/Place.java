package org.tongban.local.place;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Where one stack stands.
 *
 * @param house the repository
 * @param home the state folder, {@code .tongban} unless {@code TONGBAN_HOME} says otherwise
 * @param cache what is built once and shared by all stacks of this machine, {@code .tongban/cache} or {@code TONGBAN_CACHE}
 * @param ports all ports
 * @param settings the environment the stack was started with
 */
public record Place(Path house, Path home, Path cache, Ports ports, Map<String, String> settings) {

    public Place {
        settings = Map.copyOf(settings);
    }

    /** The place that the environment describes, seen from the current folder. */
    public static Place of(Map<String, String> environment) {
        Path house = house(Path.of("").toAbsolutePath());
        Path home = Optional.ofNullable(environment.get("TONGBAN_HOME"))
                .map(Path::of)
                .orElse(house.resolve(".tongban"))
                .toAbsolutePath();
        return new Place(
                house, home, cache(house, environment), Ports.read(portsFile(house), offset(environment)), environment);
    }

    /** A place of its own for a test: its state in that folder, its ports where nobody listens, the common cache. */
    public static Place temporary(Path folder) {
        return temporary(folder, Map.of());
    }

    /** The same, with settings that would otherwise be read from the environment. */
    public static Place temporary(Path folder, Map<String, String> settings) {
        Path house = house(Path.of("").toAbsolutePath());
        int offset = FreePorts.offset(portsFile(house));
        return new Place(
                house,
                folder.toAbsolutePath(),
                cache(house, System.getenv()),
                Ports.read(portsFile(house), offset),
                settings);
    }

    /** The same place with some settings more, or others. */
    public Place with(Map<String, String> more) {
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(more);
        return new Place(house, home, cache, ports, all);
    }

    /** The one address of the whole product: {@code http://localhost:8080}. */
    public String base() {
        return "http://localhost:" + ports.of("gateway");
    }

    /** The address of a part on this machine: {@code http://127.0.0.1:8086}. */
    public String address(String port) {
        return "http://127.0.0.1:" + ports.of(port);
    }

    /** Keys and client secrets. */
    public Path keys() {
        return home.resolve("keys");
    }

    /** What a part keeps. */
    public Path state(String part) {
        return home.resolve(part);
    }

    /** What a part says. */
    public Path log(String part) {
        return home.resolve("log").resolve(part + ".log");
    }

    /** What a part needs only while it runs: uploads on their way, unpacked pages. */
    public Path scratch(String part) {
        return home.resolve("scratch").resolve(part);
    }

    /** Which process a part is. */
    public Path pidFile(String part) {
        return home.resolve("run").resolve(part + ".pid");
    }

    /** What says that a launcher is at work. */
    public Path lock() {
        return home.resolve("lock");
    }

    /** What says that a launcher loads the catalogue: parts may be started meanwhile. */
    public Path seedLock() {
        return home.resolve("seed.lock");
    }

    /** How often a part was brought back. */
    public Path restarts(String part) {
        return home.resolve("run").resolve(part + ".restarts");
    }

    /** What another program needs in its environment to find this place; crash points are for one start only. */
    public Map<String, String> environment() {
        Map<String, String> all = new HashMap<>();
        settings.forEach((name, value) -> {
            if (name.startsWith("TONGBAN_")) {
                all.put(name, name.startsWith("TONGBAN_CRASH_") ? "" : value);
            }
        });
        all.put("TONGBAN_HOME", home.toString());
        all.put("TONGBAN_CACHE", cache.toString());
        all.put("TONGBAN_PORT_OFFSET", String.valueOf(ports.offset()));
        all.put("PATH", setting("PATH").orElse(""));
        return all;
    }

    /** A setting of the environment, empty if missing or blank. */
    public Optional<String> setting(String name) {
        return Optional.ofNullable(settings.get(name)).filter(value -> !value.isBlank());
    }

    /** The variable that sets something for one part: {@code TONGBAN_CRASH_APPLICATION_2} of {@code application-2}. */
    public static String variable(String prefix, String part) {
        return prefix + "_" + part.toUpperCase(Locale.ROOT).replace('-', '_');
    }

    private static Path portsFile(Path house) {
        return house.resolve("deploy/local/ports.properties");
    }

    private static Path cache(Path house, Map<String, String> environment) {
        return Optional.ofNullable(environment.get("TONGBAN_CACHE"))
                .map(Path::of)
                .orElse(house.resolve(".tongban/cache"))
                .toAbsolutePath();
    }

    private static int offset(Map<String, String> environment) {
        String text = environment.getOrDefault("TONGBAN_PORT_OFFSET", "0").strip();
        try {
            return text.isEmpty() ? 0 : Integer.parseInt(text);
        } catch (NumberFormatException e) {
            throw new Refused("TONGBAN_PORT_OFFSET is \"" + text + "\", which is not a whole number.", e);
        }
    }

    private static Path house(Path start) {
        for (Path folder = start; folder != null; folder = folder.getParent()) {
            if (Files.isRegularFile(portsFile(folder))) {
                return folder;
            }
        }
        throw new Refused("Neither " + start + " nor a folder above it is the Tongban repository.");
    }
}
