package org.tongban.local.demo;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tongban.local.http.Conversation;
import org.tongban.local.verify.Signed;
import tools.jackson.databind.JsonNode;

/** 查询一单: from a few questions to one signed list. */
final class ListChapter {

    private static final Map<String, Object> RESTAURANT = Map.of(
            "bundle", "open-restaurant",
            "items", List.of("mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"),
            "division", "511602",
            "applicant", "自然人");

    private final Conversation anybody;

    private final Narrator narrator;

    ListChapter(Conversation anybody, Narrator narrator) {
        this.anybody = anybody;
        this.narrator = narrator;
    }

    /** The number of the list. */
    String tell() {
        narrator.chapter("查询一单 · one list");
        search();
        inquire();
        String listNo = issue();
        verify(listNo);
        return listNo;
    }

    private void search() {
        narrator.step("Somebody looks for 餐饮店.", "catalog-service search/ItemIndex.java");
        JsonNode found = anybody.get("/api/catalog/items?q=%E9%A4%90%E9%A5%AE%E5%BA%97")
                .expect(200)
                .json();
        Agreed.that(
                "the bundle open-restaurant should be found",
                found.path("bundles").toString().contains("open-restaurant"));
        narrator.outcome("found the bundle 开办餐饮店 and " + found.path("items").size() + " items");
    }

    private void inquire() {
        narrator.step("Two answers are given; which questions are left?", "catalog-service guide/Questions.java");
        JsonNode inquiry = anybody.post("/api/catalog/inquiries", with(Map.of("agent", "no", "mode", "normal")))
                .expect(200)
                .json();
        Agreed.same("the number of open questions", 1, inquiry.path("questions").size());
        JsonNode question = inquiry.path("questions").path(0);
        Agreed.same("the open question", "vending", question.path("key").asString());
        Agreed.same("complete", false, inquiry.path("complete").asBoolean());
        narrator.outcome("one question is open: " + question.path("ask").asString() + "? (no)");
    }

    private String issue() {
        narrator.step("With all answers the list is issued, and frozen.", "catalog-service list/Drafting.java");
        JsonNode list = anybody.post(
                        "/api/catalog/lists", with(Map.of("agent", "no", "vending", "no", "mode", "normal")))
                .expect(201)
                .json();
        Agreed.same("the number of lines", 10, list.path("lines").size());
        Agreed.same("what is to be brought", 9, list.path("toBring").asInt());
        for (JsonNode line : list.path("lines")) {
            String satisfied = line.path("satisfiedBy").asString("");
            narrator.outcome(String.format(
                    "%3d %s%s",
                    line.path("no").asInt(),
                    line.path("name").asString(),
                    satisfied.isEmpty() ? "" : "  (comes from " + satisfied + ")"));
        }
        String listNo = list.path("listNo").asString();
        narrator.outcome("list " + listNo + ": 10 lines, 9 to bring, valid until "
                + list.path("validUntil").asString());
        return listNo;
    }

    private void verify(String listNo) {
        narrator.step("Anybody checks digest and signature of the list.", "catalog-service list/ListKeys.java");
        String digest = anybody.get("/api/catalog/lists/" + listNo)
                .expect(200)
                .json()
                .path("digest")
                .asString();
        Signed signed = new Signed(
                anybody.get("/api/catalog/lists/" + listNo + ".jws").expect(200).body());
        JsonNode keys = anybody.get("/api/catalog/keys").expect(200).json();
        Agreed.same("the digest of what was signed", digest, signed.digest());
        Agreed.that("the signature should verify", signed.verifiesWith(keys));
        narrator.outcome(digest);
    }

    private static Map<String, Object> with(Map<String, String> answers) {
        Map<String, Object> body = new LinkedHashMap<>(RESTAURANT);
        body.put("answers", answers);
        return body;
    }
}
