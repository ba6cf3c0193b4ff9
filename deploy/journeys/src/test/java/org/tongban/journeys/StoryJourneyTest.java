package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.demo.Demo;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;

/** The one true story: a restaurant, three cases, two departments, one code. */
@Order(1)
class StoryJourneyTest {
    @Test
    void theStoryOfTheRestaurantIsToldToItsEnd() {
        List<String> told = new ArrayList<>();

        String code = new Demo(House.stack().base(), Clock.systemUTC(), told::add).play();

        assertThat(told).isNotEmpty();
        JsonNode seen = House.anybody().get("/api/tracking/" + code).expect(200).json();
        assertThat(seen.path("status").asString()).isEqualTo("DONE");
        assertThat(seen.toString()).doesNotContain("citizen1").doesNotContain("身份证明");
    }

    @Test
    void withAnAgentThereIsOnePowerOfAttorneyForTwoItems() {
        JsonNode list =
                House.anybody().postText("/api/catalog/lists", """
                        {"bundle": "open-restaurant",
                         "items": ["mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"],
                         "division": "511602", "applicant": "自然人",
                         "answers": {"agent": "yes", "vending": "no", "mode": "normal"}}""").expect(201).json();

        assertThat(list.path("lines").size()).isEqualTo(11);
        assertThat(list.path("toBring").asInt()).isEqualTo(10);
    }

    @Test
    void everyStepReachesItsOwnerOnceAndNobodyElse() {
        Conversation owner = House.as("citizen2");
        String code = new Citizen(owner).submit();
        Conversation reviewer = House.as("reviewer1");
        String steps = "/api/application/applications/" + code + "/cases/1/";
        reviewer.postText(steps + "acceptance", "{}").expect(200);
        reviewer.postText(
                        steps + "decision",
                        "{\"outcome\":\"GRANTED\",\"reasons\":\"齐全\",\"result\":{\"number\":\"N-1\",\"validUntil\":null}}")
                .expect(200);
        reviewer.postText(steps + "delivery", "{\"method\":\"ELECTRONIC\"}").expect(200);

        List<String> types = Soon.of(() -> typesAbout(owner, code), found -> found.size() == 4);

        assertThat(types)
                .containsExactlyInAnyOrder(
                        "application.submitted.v1",
                        "application.case-accepted.v1",
                        "application.case-decided.v1",
                        "application.result-delivered.v1");
        assertThat(typesAbout(House.as("citizen1"), code)).isEmpty();
    }

    private static List<String> typesAbout(Conversation owner, String code) {
        return Inbox.all(owner).stream()
                .filter(message -> message.path("code").asString().equals(code))
                .map(message -> message.path("type").asString())
                .toList();
    }
}
