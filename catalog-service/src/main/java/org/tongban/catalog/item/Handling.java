package org.tongban.catalog.item;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which guides are about the same handling item (业务办理项), carried out in different places.
 *
 * <p>A guide may name the one it overrides. If none is named, the handling item's code decides, of which a place's own
 * code keeps the end; where a guide has none, name and department must be the same.
 */
public final class Handling {
    /** 12 of the basic code and 2 of the handling item. */
    private static final int NATIONAL_CODE = 14;
    /** Before these stand 18 of the body's credit code and 1 of its level. */
    private static final int LOCAL_CODE = 33;

    private Handling() {}

    /** What a guide can be found by: its id and that of the one it overrides, the code and the name. */
    public static List<String> keys(Item item) {
        String code = code(item);
        return Stream.of(
                        idKey(item.id()),
                        item.overrides() == null ? null : idKey(item.overrides()),
                        code == null ? null : "code:" + code,
                        nameKey(item.name()))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    static String idKey(String id) {
        return "id:" + id;
    }

    static String nameKey(String name) {
        return "name:" + bare(name);
    }

    /** Whether a guide takes the place of another one where it is good: it is the same item, nearer to those who ask. */
    static boolean overrides(Item local, Item other) {
        return nearness(local) > nearness(other) && isSame(local, other);
    }

    private static boolean isSame(Item local, Item other) {
        if (local.overrides() != null) {
            return local.overrides().equals(other.id()) || local.overrides().equals(other.overrides());
        }
        String code = code(local);
        String otherCode = code(other);
        if (code != null && otherCode != null) {
            return code.equals(otherCode);
        }
        return bare(local.name()).equals(bare(other.name()))
                && local.department().equals(other.department());
    }

    /** 0 everywhere, 2 a province, 4 a city, 6 a county. */
    static int nearness(Item item) {
        String code = item.national() || item.division() == null
                ? ""
                : Objects.requireNonNullElse(item.division().code(), "");
        while (code.endsWith("00")) {
            code = code.substring(0, code.length() - 2);
        }
        return code.length();
    }

    private static @Nullable String code(Item item) {
        String code = item.handlingCode();
        return code == null || (code.length() != NATIONAL_CODE && code.length() != LOCAL_CODE)
                ? null
                : code.substring(code.length() - NATIONAL_CODE);
    }

    /** The wording without spaces and punctuation, which every place sets differently. */
    private static String bare(String name) {
        return name.replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
    }
}
