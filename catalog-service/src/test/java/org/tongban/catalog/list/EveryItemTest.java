package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.RealData;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Every real item gives a list where its guide is good, for somebody who takes the first answer to each question. */
class EveryItemTest extends CatalogTest {
    private static final String HOME = "511602";

    @Test
    void everyItemGivesAListThatNamesItsDepartment() throws Exception {
        Map<String, String> refused = new LinkedHashMap<>();
        for (JsonNode guide : RealData.gsi().values()) {
            Reply issued = list(guide);
            String id = guide.get("id").stringValue();
            if (issued.status() == 201) {
                JsonNode list = issued.json();
                assertThat(list.at("/items/0/department").stringValue())
                        .isEqualTo(guide.get("department").stringValue());
                assertThat(list.at("/division/code").stringValue()).isEqualTo(division(guide));
            } else {
                refused.put(id, issued.body());
            }
        }
        assertThat(refused).isEmpty();
    }

    private Reply list(JsonNode guide) throws Exception {
        Map<String, Object> answers = new LinkedHashMap<>();
        JsonNode questions = inquire(guide, answers);
        while (!questions.isEmpty()) {
            for (JsonNode question : questions) {
                String first = question.at("/options/0/value").stringValue();
                answers.put(
                        question.at("/key").stringValue(),
                        question.at("/multi").booleanValue() ? List.of(first) : first);
            }
            questions = inquire(guide, answers);
        }
        return postAs(ANYBODY, "/api/catalog/lists", wish(guide, answers));
    }

    private JsonNode inquire(JsonNode guide, Map<String, Object> answers) throws Exception {
        return postAs(ANYBODY, "/api/catalog/inquiries", wish(guide, answers))
                .json()
                .at("/questions");
    }

    private static String wish(JsonNode guide, Map<String, Object> answers) {
        return Json.mapper()
                .writeValueAsString(Map.of(
                        "items",
                        List.of(guide.get("id").stringValue()),
                        "division",
                        division(guide),
                        "applicant",
                        guide.at("/applicants/0").stringValue(),
                        "answers",
                        answers));
    }

    private static String division(JsonNode guide) {
        return guide.at("/division/code").asString(HOME);
    }
}
