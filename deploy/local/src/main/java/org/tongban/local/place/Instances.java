package org.tongban.local.place;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * How many processes of each service there are: {@code TONGBAN_INSTANCES=application=2,tracking=2,catalog=2}, else one of
 * each. What {@code up} was told is remembered until {@code down}, so that every later command knows the same parts.
 */
public final class Instances {

    private static final String SETTING = "TONGBAN_INSTANCES";

    private static final Pattern ONE = Pattern.compile("(?<service>[a-z]+)=(?<count>[1-9])");

    private final Place place;

    private final Map<String, Integer> counts;

    /** @throws Refused if the setting cannot be read, or asks for more than there are ports */
    public Instances(Place place) {
        this.place = place;
        this.counts = counts(place.setting(SETTING).orElseGet(() -> remembered(place)), place.ports());
    }

    /** The parts of one service: {@code application, application-2}. */
    public List<String> of(String service) {
        return IntStream.rangeClosed(1, counts.getOrDefault(service, 1))
                .mapToObj(number -> name(service, number))
                .toList();
    }

    /** Where they listen: {@code http://127.0.0.1:8083,http://127.0.0.1:8103}. */
    public String addresses(String service) {
        return of(service).stream().map(place::address).collect(Collectors.joining(","));
    }

    /** Keeps what the setting says for the commands that follow. */
    public void remember() {
        place.setting(SETTING).ifPresent(told -> {
            try {
                Files.writeString(Folders.madeFor(note(place)), told);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }

    /** There is one of each again. */
    public void forget() {
        try {
            Files.deleteIfExists(note(place));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Integer> counts(String told, Ports ports) {
        Map<String, Integer> counts = new TreeMap<>();
        for (String each : told.split(",", -1)) {
            if (each.isBlank()) {
                continue;
            }
            Matcher one = ONE.matcher(each.strip());
            if (!one.matches()) {
                throw new Refused(
                        SETTING + " has \"" + each.strip() + "\" where something like application=2 is wanted.");
            }
            int count = Integer.parseInt(one.group("count"));
            if (!ports.has(name(one.group("service"), count))) {
                throw new Refused(SETTING + " asks for " + each.strip()
                        + ", but deploy/local/ports.properties has no port " + name(one.group("service"), count) + ".");
            }
            counts.put(one.group("service"), count);
        }
        return counts;
    }

    private static String name(String service, int number) {
        return number == 1 ? service : service + "-" + number;
    }

    private static Path note(Place place) {
        return place.home().resolve("run").resolve("instances");
    }

    private static String remembered(Place place) {
        try {
            return Files.exists(note(place)) ? Files.readString(note(place)) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
