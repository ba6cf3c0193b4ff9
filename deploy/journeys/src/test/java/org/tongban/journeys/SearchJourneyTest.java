package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.http.Conversation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@Order(2)
class SearchJourneyTest {
    @Test
    void everyItemIsFoundByItsNameAsFirstOrSecondHit() throws IOException {
        Path index = House.stack().place().house().resolve("deploy/data/items-index.json");
        Conversation anybody = House.anybody();
        List<String> notFound = new ArrayList<>();

        for (JsonNode item : new JsonMapper().readTree(index)) {
            String name = URLEncoder.encode(item.path("name").asString(), StandardCharsets.UTF_8);
            JsonNode hits = anybody.get("/api/catalog/items?limit=2&q=" + name)
                    .expect(200)
                    .json()
                    .path("items");
            String id = item.path("id").asString();
            if (hits.valueStream().noneMatch(hit -> hit.path("id").asString().equals(id))) {
                notFound.add(id);
            }
        }

        assertThat(notFound).isEmpty();
    }
}
