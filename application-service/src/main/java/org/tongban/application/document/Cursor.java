package org.tongban.application.document;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.tongban.platform.problem.BadInput;

/** The place behind which the next page of documents begins. */
record Cursor(Instant addedAt, String documentId) {
    static Cursor behind(Document last) {
        return new Cursor(last.addedAt(), last.documentId());
    }

    /** @throws BadInput when it is none of ours */
    static Cursor parse(String text) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(" ", 2);
            return new Cursor(Instant.ofEpochMilli(Long.parseLong(parts[0])), parts[1]);
        } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new BadInput("/cursor", "cursor 无效，请使用上一页给出的值。", "The cursor is none that a page gave.");
        }
    }

    @Override
    public String toString() {
        String text = addedAt.toEpochMilli() + " " + documentId;
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
