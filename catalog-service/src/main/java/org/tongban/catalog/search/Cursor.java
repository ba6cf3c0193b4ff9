package org.tongban.catalog.search;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.tongban.platform.problem.BadInput;

/**
 * Where a page ended: the last hit's score and id. What was published meanwhile moves no page.
 *
 * @param score 0 for listings without text
 */
public record Cursor(float score, String id) {

    /**
     * Reads what {@link #text} has written.
     *
     * @throws BadInput for anything else
     */
    public static Cursor parse(String text) {
        try {
            String plain = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8);
            int gap = plain.indexOf(' ');
            return new Cursor(
                    Float.intBitsToFloat(Integer.parseInt(plain.substring(0, gap))), plain.substring(gap + 1));
        } catch (IllegalArgumentException | StringIndexOutOfBoundsException unreadable) {
            throw new BadInput("/cursor", "cursor须为上一页的next。", "The cursor must be the next of the page before.");
        }
    }

    public String text() {
        String plain = Float.floatToIntBits(score) + " " + id;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(plain.getBytes(StandardCharsets.UTF_8));
    }
}
