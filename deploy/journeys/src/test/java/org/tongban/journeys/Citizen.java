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

    private final Patient self;

    Citizen(Conversation self) {
        this.self = new Patient(self);
    }

    /** The tracking code of a new application of one case. */
    String submit() {
        return submit(fill());
    }

    /** A bag that is ready. */
    String fill() {
        return fill(open(list()));
    }

    /** The number of a new list; asked for signed in, because strangers at one address get few in a minute. */
    String list() {
        return self.post("/api/catalog/lists", SHOP)
                .expect(201)
                .json()
                .path("listNo")
                .asString();
    }

    /** The id of a new bag for that list. */
    String open(String listNo) {
        return self.post("/api/application/bags", Map.of("listNo", listNo))
                .expect(201)
                .json()
                .path("bagId")
                .asString();
    }

    /** Meets each line of that bag by the original; the bag's id. */
    String fill(String bagId) {
        String path = "/api/application/bags/" + bagId;
        for (JsonNode requirement : self.get(path).expect(200).json().path("requirements")) {
            if (requirement.path("state").asString().equals("MISSING")) {
                String rid = requirement.path("rid").asString();
                self.put(path + "/requirements/" + rid, Map.of("bringOriginal", true))
                        .expect(200);
            }
        }
        return bagId;
    }

    /** The tracking code of that bag, handed in. */
    String submit(String bagId) {
        return self.post("/api/application/applications", Map.of("bagId", bagId))
                .expect(201)
                .json()
                .path("code")
                .asString();
    }
}
