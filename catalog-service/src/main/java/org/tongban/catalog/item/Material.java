package org.tongban.catalog.item;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A material line: what one guide requires, not yet which document meets it.
 *
 * @param originals null where the guide states neither originals nor copies; 0 where it states the copies alone
 * @param copies the same the other way round
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
        List<String> alternatives,
        List<String> medium,
        @Nullable String origin,
        @Nullable String issuer,
        @Nullable String note) {
    public Material {
        alternatives = List.copyOf(alternatives);
        medium = List.copyOf(medium);
    }
}
