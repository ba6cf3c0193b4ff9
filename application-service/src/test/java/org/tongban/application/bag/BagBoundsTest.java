package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;
import org.tongban.application.RunningService;
import org.tongban.application.catalog.Lists;
import org.tongban.platform.code.OpaqueId;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ArrayNode;

/** How many bags a person has open, and how long those stay that nobody submits. */
@TestPropertySource(properties = "tongban.bag.most=2")
final class BagBoundsTest extends RunningService {
    private static final String BAGS = "/api/application/bags";

    private final String owner = "citizen~" + OpaqueId.next();

    @Autowired
    private ExpiredBags expired;

    @Test
    void oneBagTooManyIsRefusedUntilAnotherIsDeletedOrOver() throws Exception {
        String first = open().header("Location");
        open();

        Reply refused = open();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/listNo");
        assertThat(refused.text("/detail")).contains("2 bags").contains("DELETE");
        assertThat(send(request("citizen~" + OpaqueId.next(), first).DELETE()).status())
                .isEqualTo(404);
        assertThat(send(request(owner, first).DELETE()).status()).isEqualTo(204);
        assertThat(get(owner, first).status()).isEqualTo(404);
        assertThat(open().status()).isEqualTo(201);
        assertThat(open().status()).isEqualTo(422);
        clock.tick(Duration.ofDays(31));
        theCatalogueHas(Lists.restaurant(list -> list.put("validUntil", "2027-06-30")));
        assertThat(open().status()).isEqualTo(201);
    }

    @Test
    void aBagThatIsOverIsRemovedAfterAMonth() throws Exception {
        String bag = open().header("Location");
        clock.tick(Duration.ofDays(59));

        expired.sweep();
        assertThat(get(owner, bag).status()).isEqualTo(200);

        clock.tick(Duration.ofDays(2));
        expired.sweep();
        assertThat(get(owner, bag).status()).isEqualTo(404);
    }

    @Test
    void aListOfHundredsOfLinesIsNoBag() throws Exception {
        theCatalogueHas(Lists.restaurant(list -> {
            ArrayNode lines = (ArrayNode) list.path("lines");
            while (lines.size() <= Bag.MOST_LINES) {
                lines.add(Json.mapper().readTree(lines.get(0).toString()));
            }
        }));

        Reply refused = open();

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("/detail")).contains("301 lines");
    }

    private Reply open() throws Exception {
        return post(owner, BAGS, "{\"listNo\": \"" + Lists.NO + "\"}");
    }
}
