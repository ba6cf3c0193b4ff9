package org.tongban.catalog.item;

import org.jspecify.annotations.Nullable;

/**
 * The codes of an item as its guide gives them.
 *
 * @param basic 基本编码, 12 characters
 * @param handling 业务办理项编码: the code of what it belongs to (12 or 31 characters) and two of its own
 */
public record ItemCodes(@Nullable String basic, @Nullable String handling) {
    public static final ItemCodes NONE = new ItemCodes(null, null);
    private static final int OWN = 2;

    static ItemCodes read(Fields codes) {
        return new ItemCodes(codes.text("basicCode"), codes.text("businessItemCode"));
    }

    /** Whether two of them are handling items (新办, 变更, 注销) of one and the same service item. */
    public boolean areOf(ItemCodes other) {
        String mine = handling;
        String its = other.handling;
        return mine != null && its != null && !mine.equals(its) && whole(mine).equals(whole(its));
    }

    private static String whole(String handling) {
        return handling.substring(0, Math.max(0, handling.length() - OWN));
    }
}
