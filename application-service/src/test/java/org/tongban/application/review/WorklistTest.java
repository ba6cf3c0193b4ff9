package org.tongban.application.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.OpaqueId;
import tools.jackson.databind.JsonNode;

final class WorklistTest extends StaffJourney {
    private static final String WORKLIST = "/api/application/worklist";

    @Test
    void showsWhatLiesOnTheDepartmentsDesk() throws Exception {
        List<JsonNode> market = mine(REVIEWER, "?limit=100");
        List<JsonNode> fire = mine(FIRE, "?limit=100");

        assertThat(market).hasSize(1);
        assertThat(market.get(0).path("caseNo").asInt()).isEqualTo(1);
        assertThat(market.get(0).path("division").asString()).isEqualTo("511602");
        assertThat(market.get(0).path("light").isNull()).isTrue();
        assertThat(fire).hasSize(1);
        assertThat(mine("reviewer~neighbour", "?limit=100")).isEmpty();
        assertThat(mine("reviewer~city", "?limit=100")).hasSize(1);
    }

    @Test
    void findsByStageAlsoWhatWaitsOrIsDecided() throws Exception {
        assertThat(mine(REVIEWER, "?limit=100&stage=WAITING")).hasSize(1);
        granted(1);

        assertThat(mine(REVIEWER, "?limit=100&stage=GRANTED")).hasSize(1);
        assertThat(mine(REVIEWER, "?limit=100&stage=WAITING")).isEmpty();
        assertThat(mine(REVIEWER, "?limit=100"))
                .extracting(row -> row.path("caseNo").asInt())
                .containsExactly(2);
    }

    @Test
    void findsByLightAsTheDaysGoBy() throws Exception {
        accepted(1);

        assertThat(mine(REVIEWER, "?limit=100&light=GREEN")).hasSize(1);
        clock.tick(Duration.ofDays(1));
        assertThat(mine(REVIEWER, "?limit=100&light=YELLOW")).hasSize(1);
        clock.tick(Duration.ofDays(5));
        assertThat(mine(REVIEWER, "?limit=100&light=RED")).hasSize(1);
    }

    @Test
    void isReadPageByPageWithoutAGapOrARepeat() throws Exception {
        List<String> all = rows(REVIEWER, "?limit=100");
        List<String> paged = new ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(REVIEWER, WORKLIST + "?limit=1" + cursor).json();
            page.path("items").forEach(row -> paged.add(name(row)));
            cursor = page.path("next").isNull()
                    ? ""
                    : "&cursor=" + page.path("next").asString();
        } while (!cursor.isEmpty());

        assertThat(paged).containsExactlyElementsOf(all).doesNotHaveDuplicates();
    }

    @Test
    void refusesWhatItCannotRead() throws Exception {
        assertThat(get(REVIEWER, WORKLIST + "?stage=DONE").status()).isEqualTo(400);
        assertThat(get(REVIEWER, WORKLIST + "?light=BLUE").status()).isEqualTo(400);
        assertThat(get(REVIEWER, WORKLIST + "?cursor=here").status()).isEqualTo(400);
        assertThat(get(REVIEWER, WORKLIST + "?limit=0").status()).isEqualTo(400);
        assertThat(get("reviewer~nowhere", WORKLIST).status()).isEqualTo(403);
    }

    @Test
    void anOwnerPagesThroughTheirOwnApplications() throws Exception {
        JsonNode own = get(owner, "/api/application/applications").json();

        assertThat(own.path("items")).hasSize(1);
        assertThat(own.at("/items/0/code").asString()).isEqualTo(code.display());
        assertThat(own.path("next").isNull()).isTrue();
        assertThat(get(owner, "/api/application/applications?cursor=here").status())
                .isEqualTo(400);
        assertThat(get("citizen~" + OpaqueId.next(), "/api/application/applications")
                        .json()
                        .path("items"))
                .isEmpty();
    }

    private List<JsonNode> mine(String who, String query) throws Exception {
        List<JsonNode> rows = new ArrayList<>();
        get(who, WORKLIST + query).json().path("items").forEach(row -> {
            if (row.path("code").asString().equals(code.display())) {
                rows.add(row);
            }
        });
        return rows;
    }

    private List<String> rows(String who, String query) throws Exception {
        List<String> rows = new ArrayList<>();
        get(who, WORKLIST + query).json().path("items").forEach(row -> rows.add(name(row)));
        return rows;
    }

    private static String name(JsonNode row) {
        return row.path("code").asString() + "/" + row.path("caseNo").asInt();
    }
}
