package org.tongban.catalog.division;

import org.jspecify.annotations.Nullable;

/**
 * One administrative division.
 *
 * @param code six digits of GB/T 2260: {@code 511602}
 * @param name {@code 广安区}
 * @param level GB/T 39046 table A.2: 2 province, 3 city, 4 county
 * @param parent the code of the division it lies in; null for a province
 */
public record Division(
        String code, String name, int level, @Nullable String parent) {}
