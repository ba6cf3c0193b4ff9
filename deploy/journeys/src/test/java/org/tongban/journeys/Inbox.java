package org.tongban.journeys;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** Somebody's whole inbox, page by page. */
final class Inbox {
    private Inbox() {}

    static List<JsonNode> all(Conversation owner) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = owner.get("/api/notification/inbox?limit=100" + cursor)
                    .expect(200)
                    .json();
            page.path("items").forEach(all::add);
            JsonNode next = page.path("next");
            cursor = next.isString() ? "&cursor=" + URLEncoder.encode(next.asString(), StandardCharsets.UTF_8) : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
