package org.tongban.catalog.page;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.BadInput;

/** Cuts what is ordered by a key into pages; the cursor holds the last key shown. */
public final class Paging {
    private static final int MOST = 500;

    private Paging() {}

    /**
     * Checks how many are wanted at once.
     *
     * @throws BadInput unless 1 to 500
     */
    public static int limit(int wanted) {
        if (wanted < 1 || wanted > MOST) {
            throw new BadInput("/limit", "limit须为1至" + MOST + "。", "The limit must be 1 to " + MOST + ".");
        }
        return wanted;
    }

    /**
     * Reads a cursor back into the key it holds.
     *
     * @return the empty text, which is before every key, when there is no cursor
     * @throws BadInput for anything that no page gave out
     */
    public static String after(@Nullable String cursor) {
        if (cursor == null) {
            return "";
        }
        try {
            return new String(Base64.getUrlDecoder().decode(cursor), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException unreadable) {
            throw new BadInput("/cursor", "cursor须为上一页的next。", "The cursor must be the next of the page before.");
        }
    }

    /** Makes a page of the first ones found behind a cursor, of which one more than wanted was looked up. */
    public static <T> Page<T> page(List<T> found, int limit, Function<T, String> key) {
        if (found.size() <= limit) {
            return new Page<>(found, null);
        }
        List<T> shown = found.subList(0, limit);
        return new Page<>(shown, cursor(key.apply(shown.get(limit - 1))));
    }

    /** A page that ends before so many others; null when it is the last. */
    public static <T> Page<T> ending(List<T> shown, @Nullable Integer left) {
        return new Page<>(shown, left == null ? null : cursor(left.toString()));
    }

    private static String cursor(String key) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A page of a whole list, whose keys are unlike each other and in this order. */
    public static <T> Page<T> slice(List<T> all, @Nullable String cursor, int limit, Function<T, String> key) {
        String after = after(cursor);
        int from = 0;
        while (cursor != null && from < all.size() && !key.apply(all.get(from)).equals(after)) {
            from++;
        }
        int begin = cursor == null ? 0 : Math.min(from + 1, all.size());
        return page(all.subList(begin, Math.min(begin + limit + 1, all.size())), limit, key);
    }
}
