package org.tongban.local.demo;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** 申办一袋: one bag of documents, submitted once. */
final class BagChapter {

    /** A line that the list asks to be seen as an original goes to the counter. */
    static final String AT_THE_COUNTER = "r2";

    private static final String ANY_KIND = "resident-id-card";

    private final Conversation citizen;

    private final Narrator narrator;

    BagChapter(Conversation citizen, Narrator narrator) {
        this.citizen = citizen;
        this.narrator = narrator;
    }

    /** The tracking code. */
    String tell(String listNo) {
        narrator.chapter("申办一袋 · one bag");
        narrator.step("citizen1 opens a bag for the list.", "application-service bag/Bag.java");
        JsonNode bag = citizen.post("/api/application/bags", Map.of("listNo", listNo))
                .expect(201)
                .json();
        Agreed.same("what is missing", 9, bag.path("missing").asInt());
        narrator.outcome("9 requirements are missing; the business licence will come from the first case");
        String bagId = bag.path("bagId").asString();
        refuseTooEarly(bagId);
        fill(bagId, bag.path("requirements"));
        return submit(bagId);
    }

    private void refuseTooEarly(String bagId) {
        narrator.step("A bag with something missing cannot be submitted.", "application-service bag/Bag.java");
        JsonNode problem = citizen.post("/api/application/applications", Map.of("bagId", bagId))
                .expect(422)
                .json();
        narrator.outcome("422: " + problem.path("title").asString());
    }

    private void fill(String bagId, JsonNode requirements) {
        narrator.step(
                "Each line is met: a document, or the original at the counter.",
                "application-service document/Documents.java");
        for (JsonNode requirement : requirements) {
            if (requirement.path("state").asString().equals("MISSING")) {
                meet(bagId, requirement);
            }
        }
        JsonNode bag = citizen.get("/api/application/bags/" + bagId).expect(200).json();
        Agreed.same("what is missing", 0, bag.path("missing").asInt());
        Agreed.same("ready", true, bag.path("ready").asBoolean());
    }

    private void meet(String bagId, JsonNode requirement) {
        String rid = requirement.path("rid").asString();
        Map<String, Object> how = rid.equals(AT_THE_COUNTER)
                ? Map.of("bringOriginal", true)
                : Map.of("documentIds", documents(requirement));
        citizen.put("/api/application/bags/" + bagId + "/requirements/" + rid, how)
                .expect(200);
        narrator.outcome(String.format(
                "%-4s %s: %s",
                rid,
                requirement.path("name").asString(),
                how.containsKey("bringOriginal") ? "original at the counter" : "uploaded"));
    }

    /** One document for each group of kinds that the line wants together. */
    private List<String> documents(JsonNode requirement) {
        String name = requirement.path("name").asString();
        List<String> ids = new ArrayList<>();
        for (JsonNode group : requirement.path("kinds")) {
            JsonNode wanted = group.path(0);
            ids.add(upload(
                    name, wanted.path("kind").asString(), wanted.path("holder").asString()));
        }
        if (ids.isEmpty()) {
            ids.add(upload(name, ANY_KIND, "person"));
        }
        return ids;
    }

    private String upload(String name, String kind, String holder) {
        byte[] content = Pdf.saying(name);
        return citizen.upload(
                        "/api/application/documents", kind + ".pdf", content, Map.of("kind", kind, "holder", holder))
                .expect(201)
                .json()
                .path("documentId")
                .asString();
    }

    private String submit(String bagId) {
        narrator.step("The bag is submitted, once.", "application-service bag/Submissions.java");
        JsonNode application = citizen.post("/api/application/applications", Map.of("bagId", bagId))
                .expect(201)
                .json();
        JsonNode cases = application.path("cases");
        Agreed.same("the number of cases", 3, cases.size());
        Agreed.same(
                "the stage of case 1", "SUBMITTED", cases.path(0).path("stage").asString());
        Agreed.same(
                "the stage of case 2", "WAITING", cases.path(1).path("stage").asString());
        Agreed.same(
                "the stage of case 3", "WAITING", cases.path(2).path("stage").asString());
        String code = application.path("code").asString();
        narrator.outcome("one code for all three cases: " + code);
        narrator.step(
                "The same bag again gives the same code, not a second application.",
                "application-service bag/Submissions.java");
        Agreed.same(
                "the code",
                code,
                citizen.post("/api/application/applications", Map.of("bagId", bagId))
                        .expect(201)
                        .json()
                        .path("code")
                        .asString());
        return code;
    }
}
