package org.tongban.catalog.search;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tongban.platform.problem.BadInput;

/**
 * Where a page ended, so that any instance can go on from there.
 *
 * <p>A listing goes on behind its last item. The weights of words differ from instance to instance and with each
 * publication, so a search by words goes on with the best of what was not shown yet, and behind so many
 * ({@link Search#BEST}) with the rest in the order of the ids.
 *
 * @param search which search it belongs to
 * @param nearness how near the last item of a listing was, which depends on nothing but the item and the division
 * @param id the last item; empty while the best are shown
 * @param shown what a search by words has shown
 */
public record Cursor(int search, float nearness, String id, Shown shown) {
    private static final byte FORM = 2;
    private static final int LONGEST = 8_000;
    private static final int HEAD = 1 + Integer.BYTES + Float.BYTES + 1;

    /**
     * Reads what {@link #text} has written.
     *
     * @throws BadInput for anything else
     */
    public static Cursor parse(String text) {
        try {
            if (text.length() > LONGEST) {
                throw unreadable();
            }
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.get() != FORM) {
                throw unreadable();
            }
            int search = bytes.getInt();
            float nearness = bytes.getFloat();
            byte[] id = new byte[bytes.get() & 0xff];
            bytes.get(id);
            return new Cursor(search, nearness, new String(id, StandardCharsets.UTF_8), Shown.read(bytes));
        } catch (IllegalArgumentException | BufferUnderflowException unreadable) {
            throw unreadable();
        }
    }

    /** @throws BadInput when it comes from another search */
    void check(int wanted) {
        if (search != wanted) {
            throw new BadInput(
                    "/cursor",
                    "cursor属于另一次查询；查询条件改变后请从第一页开始。",
                    "The cursor belongs to another search; begin with the first page when the search has changed.");
        }
    }

    public String text() {
        byte[] name = id.getBytes(StandardCharsets.UTF_8);
        ByteBuffer bytes = ByteBuffer.allocate(HEAD + name.length + Shown.MARK_BYTES * shown.size())
                .put(FORM)
                .putInt(search)
                .putFloat(nearness)
                .put((byte) name.length)
                .put(name);
        shown.write(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }

    private static BadInput unreadable() {
        return new BadInput("/cursor", "cursor须为上一页的next。", "The cursor must be the next of the page before.");
    }
}
