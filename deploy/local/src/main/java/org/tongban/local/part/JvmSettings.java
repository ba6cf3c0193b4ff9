package org.tongban.local.part;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tongban.local.place.Place;
import org.tongban.local.place.Refused;

/**
 * What the JVM of a part is told about memory and compiling: {@code TONGBAN_HEAP_APPLICATION=384m}, {@code TONGBAN_JIT=full}.
 * On one machine nearly half of all processor time went into the second compiler, for code that runs a few thousand times;
 * so the first is all there is unless somebody asks for both.
 */
public final class JvmSettings {

    private static final int LEAST_MEGABYTES = 64;

    private static final Pattern HEAP = Pattern.compile("(?<number>[1-9]\\d{0,5})(?<unit>[mMgG])");

    private final Place place;

    public JvmSettings(Place place) {
        this.place = place;
    }

    /** The greatest heap of that part, as an option; a second instance has that of the first unless told otherwise. */
    public String heap(String part, String otherwise) {
        String heap =
                setting(part).or(() -> setting(part.replaceAll("-\\d$", ""))).orElse(otherwise);
        Matcher size = HEAP.matcher(heap);
        if (!size.matches() || megabytes(size) < LEAST_MEGABYTES) {
            throw new Refused("The heap of " + part + " is set to \"" + heap
                    + "\": a size like 256m or 1g is wanted, and " + LEAST_MEGABYTES + "m at least.");
        }
        return "-Xmx" + heap;
    }

    /** How far code is compiled. */
    public List<String> compiling() {
        String level = place.setting("TONGBAN_JIT").orElse("c1");
        return switch (level) {
            case "c1" -> List.of("-XX:TieredStopAtLevel=1");
            case "full" -> List.of();
            default -> throw new Refused("TONGBAN_JIT is \"" + level + "\" where c1 or full is wanted.");
        };
    }

    /** Both of them with what every part is told. */
    public List<String> all(String part, String heap) {
        return Stream.concat(
                        Stream.of(
                                "-Xms" + LEAST_MEGABYTES + "m",
                                heap(part, heap),
                                "-XX:+UseSerialGC",
                                "-XX:+ExitOnOutOfMemoryError"),
                        compiling().stream())
                .toList();
    }

    private Optional<String> setting(String part) {
        return place.setting(Place.variable("TONGBAN_HEAP", part));
    }

    private static long megabytes(Matcher size) {
        long number = Long.parseLong(size.group("number"));
        return size.group("unit").equalsIgnoreCase("g") ? number * 1024 : number;
    }
}
