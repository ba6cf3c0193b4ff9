package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.CatalogTest;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.JsonNode;

/** How long a list is kept. */
class ListRetentionTest extends CatalogTest {
    private static final String LIST = """
            {"items": ["mr-individual-establish"], "division": "511602", "applicant": "自然人",
             "answers": {"agent": "no"}}""";

    @Autowired
    private IssuedLists lists;

    @Test
    void aListThatNoApplicationRestsOnIsForgottenThirtyDaysAfterItsLast() throws Exception {
        JsonNode list = issue();
        Instant over = LegalZone.startOf(
                LocalDate.parse(list.at("/validUntil").stringValue()).plusDays(31));

        assertThat(fromOutside(list)).isEqualTo(200);
        lists.sweep(over.minusMillis(1));
        assertThat(fromOutside(list)).as("its time is not over").isEqualTo(200);
        lists.sweep(over);

        assertThat(fromOutside(list)).isEqualTo(404);
    }

    @Test
    void aListThatAServiceHasReadIsKeptForGood() throws Exception {
        JsonNode list = issue();

        JsonNode read = read(path(list)).json();
        lists.sweep(Instant.parse("2100-01-01T00:00:00Z"));

        assertThat(fromOutside(list)).isEqualTo(200);
        assertThat(read).as("what was signed is untouched").isEqualTo(list);
    }

    private JsonNode issue() throws Exception {
        Reply reply = postAs(ANYBODY, "/api/catalog/lists", LIST);
        assertThat(reply.status()).as(reply.body()).isEqualTo(201);
        return reply.json();
    }

    private int fromOutside(JsonNode list) throws Exception {
        return perform(get(path(list)).header("X-Forwarded-For", "192.0.2.7")).status();
    }

    private static String path(JsonNode list) {
        return "/api/catalog/lists/" + list.at("/listNo").stringValue();
    }
}
