package org.tongban.catalog.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material line: what one guide requires, not yet which document meets it.
 *
 * @param originals null where the guide states neither originals nor copies; 0 where it states the copies alone
 * @param copies the same the other way round
 * @param originalsMax how many may be asked for at most; null where the guide gives one number
 * @param copiesMax the same of the copies
 * @param alternatives any one will do
 * @param medium 纸质, 电子; empty where not stated
 */
public record Material(
        int no,
        String name,
        Need need,
        Condition when,
        @Nullable Integer originals,
        @Nullable Integer copies,
        @Nullable Integer originalsMax,
        @Nullable Integer copiesMax,
        List<String> alternatives,
        List<String> medium,
        @Nullable String origin,
        @Nullable String issuer,
        @Nullable String note) {
    public Material {
        alternatives = List.copyOf(alternatives);
        medium = List.copyOf(medium);
    }

    /** The most originals that may be asked for: what the guide states, if it gives no range. */
    public @Nullable Integer originalsAtMost() {
        return originalsMax == null ? originals : originalsMax;
    }

    /** The most copies that may be asked for. */
    public @Nullable Integer copiesAtMost() {
        return copiesMax == null ? copies : copiesMax;
    }
}
