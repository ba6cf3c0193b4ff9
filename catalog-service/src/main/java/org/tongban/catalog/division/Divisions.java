package org.tongban.catalog.division;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All divisions, by code. */
public final class Divisions {
    public static final Divisions NONE = new Divisions(List.of());

    private final TreeMap<String, Division> byCode = new TreeMap<>();

    public Divisions(Collection<Division> divisions) {
        divisions.forEach(division -> byCode.put(division.code(), division));
    }

    public Optional<Division> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** Those after a code, in the order of the codes. */
    public Collection<Division> after(String code) {
        return byCode.tailMap(code, false).values();
    }

    /** The codes (six digits) whose guides are good for this division: its own and those of the divisions that hold it. */
    public static List<String> upwards(String code) {
        return Stream.of(code.substring(0, 2) + "0000", code.substring(0, 4) + "00", code)
                .distinct()
                .toList();
    }
}
