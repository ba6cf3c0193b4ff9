package org.tongban.journeys;

import java.util.List;
import java.util.Map;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** Somebody who opens a small shop: the shortest way from a question to a code, everything shown at the counter. */
final class Citizen {
    private static final Map<String, Object> SHOP = Map.of(
            "items",
            List.of("mr-individual-establish"),
            "division",
            "511602",
            "applicant",
            "自然人",
            "answers",
            Map.of("agent", "no"));

    private final Patient anybody;
    private final Patient self;

    Citizen(Conversation anybody, Conversation self) {
        this.anybody = new Patient(anybody);
        this.self = new Patient(self);
    }

    /** The tracking code of a new application of one case. */
    String submit() {
        String bagId = fill();
        return self.post("/api/application/applications", Map.of("bagId", bagId))
                .expect(201)
                .json()
                .path("code")
                .asString();
    }

    /** A bag that is ready. */
    String fill() {
        String listNo = anybody.post("/api/catalog/lists", SHOP)
                .expect(201)
                .json()
                .path("listNo")
                .asString();
        JsonNode bag = self.post("/api/application/bags", Map.of("listNo", listNo))
                .expect(201)
                .json();
        String bagId = bag.path("bagId").asString();
        for (JsonNode requirement : bag.path("requirements")) {
            if (requirement.path("state").asString().equals("MISSING")) {
                String rid = requirement.path("rid").asString();
                self.put("/api/application/bags/" + bagId + "/requirements/" + rid, Map.of("bringOriginal", true))
                        .expect(200);
            }
        }
        return bagId;
    }
}
