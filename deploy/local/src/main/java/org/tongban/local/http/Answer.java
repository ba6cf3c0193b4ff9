package org.tongban.local.http;

import java.util.List;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * What came back.
 *
 * @param asked method and path: {@code POST /api/catalog/lists}
 * @param status the HTTP status
 * @param body the text
 */
public record Answer(String asked, int status, String body) {

    private static final JsonMapper JSON = new JsonMapper();

    /** The body as JSON; missing if there is none. */
    public JsonNode json() {
        return body.isBlank() ? MissingNode.getInstance() : JSON.readTree(body);
    }

    /**
     * This answer, if its status is one of these.
     *
     * @throws Refused else, with the whole answer
     */
    public Answer expect(Integer... statuses) {
        if (!List.of(statuses).contains(status)) {
            throw new Refused(asked + " answered " + status + " where " + List.of(statuses) + " is agreed: " + body);
        }
        return this;
    }
}
