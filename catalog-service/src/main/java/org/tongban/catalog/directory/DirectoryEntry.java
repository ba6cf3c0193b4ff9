package org.tongban.catalog.directory;

import org.jspecify.annotations.Nullable;

/**
 * A power or service that a division's directory names; whether it has a guide is asked of the catalogue, not stored.
 *
 * @param id the division's own code of it, {@code 511A0021300001-511602000000-000-11511300MB1A21304N-1-00}
 * @param division six digits of GB/T 2260
 * @param department as the division spells it, 区消防大队
 * @param departmentCode credit code or organisation code; null where the directory gives none
 * @param kind the code of GB/T 39046 table A.1
 * @param group the main item it stands under; null where the directory says 未分类
 */
record DirectoryEntry(
        String id,
        String division,
        String name,
        String department,
        @Nullable String departmentCode,
        String kind,
        String kindName,
        @Nullable String group) {}
