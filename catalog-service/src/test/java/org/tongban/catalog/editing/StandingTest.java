package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.item.Halt;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.item.Standing;
import org.tongban.catalog.search.IndexUpkeep;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Items out of service and back, and what becomes of lists that rest on them. */
class StandingTest extends EditingTest {
    private static final String WISH = "{\"items\": [\"%s\"], \"division\": \"511602\", \"applicant\": \"自然人\","
            + " \"answers\": {\"agent\": \"no\", \"mode\": \"normal\"}}";

    @Autowired
    private IndexUpkeep upkeep;

    @Autowired
    private Items items;

    @Autowired
    private Clock clock;

    @Test
    void aSuspendedItemIsRefusedByNameWithReasonAndWhatToDo() throws Exception {
        published("halt-refused");

        Reply suspended = postAs(ANNA, path("halt-refused") + "/suspension", NOTICE);
        Reply inquiry = postAs(ANYBODY, "/api/catalog/inquiries", WISH.formatted("halt-refused"));
        Reply list = postAs(ANYBODY, "/api/catalog/lists", WISH.formatted("halt-refused"));
        JsonNode shown = read(path("halt-refused")).json();

        assertThat(suspended.status()).isEqualTo(200);
        assertThat(suspended.json().at("/standing").stringValue()).isEqualTo("SUSPENDED");
        assertThat(inquiry.status()).isEqualTo(422);
        assertThat(list.status()).isEqualTo(422);
        assertThat(list.pointer()).isEqualTo("/items/0");
        assertThat(list.json().at("/detail").stringValue())
                .contains("halt-refused", "小餐饮经营许可", "暂停办理", "系统改造", "12月8日恢复，急需者请到市级窗口办理。", "恢复后请重新查询");
        assertThat(shown.at("/standing").stringValue()).isEqualTo("SUSPENDED");
        assertThat(shown.at("/notice").stringValue()).isEqualTo("12月8日恢复，急需者请到市级窗口办理");
        await().until(() -> told("halt-refused").size() == 2);
        assertThat(Json.mapper()
                        .readTree(told("halt-refused").get(1).value())
                        .at("/reason")
                        .stringValue())
                .isEqualTo("系统改造");
    }

    @Test
    void aResumedItemIsAskedForAgain() throws Exception {
        published("halt-resumed");
        String before = read(path("halt-resumed")).response().getHeader("ETag");
        postAs(ANNA, path("halt-resumed") + "/suspension", NOTICE);
        String meanwhile = read(path("halt-resumed")).response().getHeader("ETag");

        Reply resumed = postAs(ANNA, path("halt-resumed") + "/resumption", "");

        assertThat(resumed.status()).as(resumed.body()).isEqualTo(200);
        assertThat(meanwhile).isNotEqualTo(before);
        assertThat(read(path("halt-resumed")).response().getHeader("ETag")).isEqualTo(before);
        assertThat(postAs(ANYBODY, "/api/catalog/lists", WISH.formatted("halt-resumed"))
                        .status())
                .isEqualTo(201);
        assertThat(postAs(ANNA, path("halt-resumed") + "/resumption", "").status())
                .isEqualTo(409);
    }

    @Test
    void aSuspendedItemIsFoundAndSaysSoInTheEditorsWordsUntilItIsResumed() throws Exception {
        published("halt-marked");
        List<String> order = hits().findValuesAsString("id");
        assertThat(hit("halt-marked").at("/suspended").isNull()).isTrue();

        postAs(ANNA, path("halt-marked") + "/suspension", NOTICE);
        JsonNode shown = read(path("halt-marked")).json();
        JsonNode marked = hit("halt-marked").at("/suspended");
        List<String> orderMeanwhile = hits().findValuesAsString("id");
        postAs(ANNA, path("halt-marked") + "/resumption", "");

        assertThat(marked.propertyNames()).containsExactlyInAnyOrder("reason", "notice", "since");
        assertThat(marked.at("/reason").stringValue()).isEqualTo("系统改造");
        assertThat(marked.at("/notice").stringValue()).isEqualTo("12月8日恢复，急需者请到市级窗口办理");
        assertThat(marked.at("/since").stringValue())
                .isEqualTo(shown.at("/since").stringValue())
                .endsWith("Z");
        assertThat(orderMeanwhile).isEqualTo(order);
        assertThat(hit("halt-marked").at("/suspended").isNull()).isTrue();
    }

    @Test
    void whatAnotherInstanceSuspendsAndResumesIsMarkedAfterTheNextLook() throws Exception {
        published("halt-marked-elsewhere");
        items.change(
                "halt-marked-elsewhere",
                dossier -> dossier.halt(new Halt(Standing.SUSPENDED, "停电", "明日恢复", "ben", clock.instant())));

        upkeep.look();
        String marked = hit("halt-marked-elsewhere").at("/suspended/notice").stringValue();
        items.change("halt-marked-elsewhere", dossier -> dossier.resume("ben", clock.instant()));
        upkeep.look();

        assertThat(marked).isEqualTo("明日恢复");
        assertThat(hit("halt-marked-elsewhere").at("/suspended").isNull()).isTrue();
    }

    @Test
    void anIssuedListNeverChangesAndSaysWhatHasBecomeOfItsItems() throws Exception {
        published("halt-list");
        Reply issued = postAs(ANYBODY, "/api/catalog/lists", WISH.formatted("halt-list"));
        String list = Objects.requireNonNull(issued.response().getHeader("Location"));
        assertThat(row(list, "standing")).isEqualTo("CURRENT");
        assertThat(read(list + "/standing").json().at("/items/0/text").isNull()).isTrue();

        save(ANNA, "halt-list", null, guide("halt-list").put("name", "新版"));
        publish(BEN, "halt-list", "{}");
        assertThat(row(list, "standing")).isEqualTo("NEWER_VERSION");
        assertThat(row(list, "text")).contains("第2版", "仍按原内容");

        postAs(ANNA, path("halt-list") + "/suspension", NOTICE);
        assertThat(row(list, "standing")).isEqualTo("SUSPENDED");
        assertThat(row(list, "text")).contains("系统改造", "请到市级窗口办理", "清单内容不变");

        postAs(ANNA, path("halt-list") + "/withdrawal", NOTICE);
        assertThat(row(list, "standing")).isEqualTo("WITHDRAWN");
        assertThat(row(list, "notice")).isEqualTo("12月8日恢复，急需者请到市级窗口办理");
        assertThat(read(list).json()).isEqualTo(issued.json());
        assertThat(read("/api/catalog/lists/L-511602-20260101-00000000/standing")
                        .status())
                .isEqualTo(404);
    }

    @Test
    void aWithdrawnItemIsRefusedAndNotFoundUntilADraftBringsItBack() throws Exception {
        published("halt-withdrawn");
        assertThat(found("halt-withdrawn")).isTrue();

        postAs(ANNA, path("halt-withdrawn") + "/withdrawal", NOTICE);
        Reply refused = postAs(ANYBODY, "/api/catalog/lists", WISH.formatted("halt-withdrawn"));

        assertThat(refused.json().at("/detail").stringValue()).contains("不再办理", "请改选其他事项");
        assertThat(found("halt-withdrawn")).isFalse();
        upkeep.rebuild();
        assertThat(found("halt-withdrawn")).isFalse();
        assertThat(postAs(ANNA, path("halt-withdrawn") + "/suspension", NOTICE).status())
                .isEqualTo(409);
        save(ANNA, "halt-withdrawn", null, guide("halt-withdrawn").put("name", "重新开办"));
        assertThat(publish(BEN, "halt-withdrawn", "{}").status()).isEqualTo(200);
        assertThat(found("halt-withdrawn")).isTrue();
        assertThat(postAs(ANYBODY, "/api/catalog/lists", WISH.formatted("halt-withdrawn"))
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aNoticeSaysSomethingAndDeceivesNobody() throws Exception {
        String path = path("ca-marriage") + "/suspension";
        for (String bad : List.of("", "  ", "<b>x</b>", "甲\u202e乙", "x".repeat(501))) {
            Reply refused = postAs(ANNA, path, Json.text(Map.of("reason", "原因", "notice", bad)));
            assertThat(refused.status()).as(bad).isEqualTo(422);
            assertThat(refused.pointer()).isEqualTo("/notice");
        }
        assertThat(postAs(ANNA, path, "{\"notice\": \"x\"}").pointer()).isEqualTo("/reason");
        assertThat(postAs(ANNA, path, "{\"reason\": \"x\", \"notice\": \"y\", \"surprise\": 1}")
                        .status())
                .isEqualTo(400);
        assertThat(postAs(ANNA, path("no-such-item") + "/suspension", NOTICE).status())
                .isEqualTo(404);
        assertThat(read(path("ca-marriage")).json().at("/standing").stringValue())
                .isEqualTo("CURRENT");
    }

    @Test
    void whatAnotherInstanceHasWithdrawnIsNoLongerFoundAfterTheNextLook() throws Exception {
        published("halt-elsewhere");
        assertThat(found("halt-elsewhere")).isTrue();

        items.change(
                "halt-elsewhere",
                dossier -> dossier.halt(new Halt(Standing.WITHDRAWN, "取消", "无需办理", "ben", clock.instant())));
        upkeep.look();

        assertThat(found("halt-elsewhere")).isFalse();
    }

    private boolean found(String id) throws Exception {
        return hits().findValuesAsString("id").contains(id);
    }

    private JsonNode hit(String id) throws Exception {
        return hits().valueStream()
                .filter(item -> item.at("/id").stringValue().equals(id))
                .findAny()
                .orElseThrow();
    }

    private JsonNode hits() throws Exception {
        return read("/api/catalog/items?q=小餐饮经营许可&division=511602&limit=500")
                .json()
                .at("/items");
    }

    private String row(String list, String field) throws Exception {
        return read(list + "/standing").json().at("/items/0/" + field).stringValue();
    }
}
