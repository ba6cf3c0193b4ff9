package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.tongban.catalog.item.Items;
import org.tongban.catalog.lint.Linting;
import org.tongban.catalog.search.ItemIndex;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.idempotency.Command;
import org.tongban.platform.problem.StaleVersion;
import org.tongban.platform.time.LegalZone;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class PublicationResourceTest extends EditingTest {
    @Autowired
    private Publishing publishing;

    @Autowired
    private Items items;

    @Autowired
    private ItemIndex index;

    @Autowired
    private Linting linting;

    @Autowired
    private Clock clock;

    @Test
    void twoPersonsBringADraftToThePublic() throws Exception {
        save(ANNA, "publish-two", null, guide("publish-two"));

        Reply own = publish(ANNA, "publish-two", "{}");
        assertThat(own.status()).isEqualTo(422);
        assertThat(own.json().at("/type").stringValue()).endsWith("/two-person-rule");
        assertThat(read(path("publish-two")).status()).isEqualTo(404);

        Reply other = publish(BEN, "publish-two", "{}");
        assertThat(other.status()).as(other.body()).isEqualTo(200);
        assertThat(other.json().at("/version").intValue()).isEqualTo(1);
        assertThat(read(path("publish-two")).json().at("/version").intValue()).isEqualTo(1);
        assertThat(read(path("publish-two") + "/draft", ANNA).status()).isEqualTo(404);
        assertThat(read("/api/catalog/items?division=511602&q=小餐饮经营许可")
                        .json()
                        .at("/items")
                        .findValuesAsString("id"))
                .contains("publish-two");
        await().until(() -> told("publish-two").size() == 1);
        assertThat(new String(
                        told("publish-two")
                                .get(0)
                                .headers()
                                .lastHeader("ce_type")
                                .value(),
                        StandardCharsets.UTF_8))
                .isEqualTo("catalog.item-published.v1");
    }

    @Test
    void whoPublishesNeedsNoBody() throws Exception {
        save(ANNA, "publish-bare", null, guide("publish-bare"));

        assertThat(perform(post(path("publish-bare") + "/publication").with(BEN))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void errorsBlockAndAreNamed() throws Exception {
        ObjectNode spoiled = guide("publish-errors");
        spoiled.remove("limits");
        spoiled.remove("result");
        save(ANNA, "publish-errors", null, spoiled);

        Reply refused = publish(BEN, "publish-errors", "{}");
        Reply later = publish(BEN, "publish-errors", "{\"effectiveOn\": \"" + today().plusDays(3) + "\"}");

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.json().at("/type").stringValue()).endsWith("/lint-errors");
        assertThat(refused.json().at("/errors").findValuesAsString("pointer")).contains("/limits", "/result");
        assertThat(later.status()).isEqualTo(422);
        assertThat(read(path("publish-errors")).status()).isEqualTo(404);
        assertThat(read(path("publish-errors") + "/draft", ANNA).status()).isEqualTo(200);
    }

    @Test
    void whoeverApprovesHasSeenThisDraft() throws Exception {
        save(ANNA, "publish-seen", null, guide("publish-seen"));
        save(ANNA, "publish-seen", "1", guide("publish-seen").put("name", "改名"));

        assertThat(send(post(path("publish-seen") + "/publication").header("If-Match", "\"1\""), "{}", BEN)
                        .status())
                .isEqualTo(412);
        assertThat(send(post(path("publish-seen") + "/publication").header("If-Match", "\"2\""), "{}", BEN)
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aDraftThatIsSavedAnewWhileItIsLookedOverIsNotPublished() throws Exception {
        save(ANNA, "publish-between", null, guide("publish-between"));
        ObjectNode spoiled = guide("publish-between");
        spoiled.remove("limits");
        Command command = new Command("ben", "POST " + path("publish-between"), null, "d", null);
        Publishing between = new Publishing(items, index, linting, new SavingClock(spoiled));

        assertThatThrownBy(() -> between.publish("publish-between", null, command, "ben", Locale.ENGLISH))
                .isInstanceOf(StaleVersion.class);

        assertThat(read(path("publish-between")).status()).isEqualTo(404);
    }

    /** Somebody saves in the moment in which the time is read. */
    private final class SavingClock extends Clock {
        private final ObjectNode guide;

        private SavingClock(ObjectNode guide) {
            this.guide = guide;
        }

        @Override
        public Instant instant() {
            try {
                save(ANNA, "publish-between", "1", guide);
            } catch (Exception e) {
                throw new AssertionError(e);
            }
            return clock.instant();
        }

        @Override
        public ZoneId getZone() {
            return clock.getZone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }

    @Test
    void withoutADraftThereIsNothingToPublish() throws Exception {
        assertThat(publish(BEN, "ca-marriage", "{}").status()).isEqualTo(409);
        assertThat(publish(BEN, "no-such-item", "{}").status()).isEqualTo(404);
    }

    @Test
    void aDraftOvertakenByAnImportIsNotPublished() throws Exception {
        published("publish-overtaken");
        save(ANNA, "publish-overtaken", null, guide("publish-overtaken").put("name", "草稿"));
        postAs(
                EDITOR,
                "/api/catalog/imports",
                guide("publish-overtaken").put("name", "导入").toString());

        Reply refused = publish(BEN, "publish-overtaken", "{}");

        assertThat(refused.status()).isEqualTo(409);
        assertThat(read(path("publish-overtaken")).json().at("/name").stringValue())
                .isEqualTo("导入");
    }

    @Test
    void anApprovedDraftBecomesGoodWhenItsDayComesInShanghai() throws Exception {
        published("publish-later");
        LocalDate day = today().plusDays(2);
        save(ANNA, "publish-later", null, guide("publish-later").put("name", "新版"));

        Reply planned = publish(BEN, "publish-later", "{\"effectiveOn\": \"" + day + "\"}");
        publishing.publishDue(LegalZone.startOf(day).minusMillis(1));
        JsonNode before = read(path("publish-later")).json();
        JsonNode waiting = read(path("publish-later") + "/draft", ANNA).json();
        publishing.publishDue(LegalZone.startOf(day));
        JsonNode after = read(path("publish-later")).json();

        assertThat(planned.status()).isEqualTo(202);
        assertThat(planned.json().at("/published").booleanValue()).isFalse();
        assertThat(before.at("/version").intValue()).isEqualTo(1);
        assertThat(waiting.at("/publishOn").stringValue()).isEqualTo(day.toString());
        assertThat(waiting.at("/approvedBy").stringValue()).isEqualTo("ben");
        assertThat(after.at("/version").intValue()).isEqualTo(2);
        assertThat(after.at("/name").stringValue()).isEqualTo("新版");
    }

    @Test
    void anApprovalThatNoLongerHoldsPublishesNothingAndSaysWhy() throws Exception {
        published("publish-held");
        LocalDate day = today().plusDays(2);
        save(ANNA, "publish-held", null, guide("publish-held").put("name", "草稿"));
        publish(BEN, "publish-held", "{\"effectiveOn\": \"" + day + "\"}");
        postAs(
                EDITOR,
                "/api/catalog/imports",
                guide("publish-held").put("name", "导入").toString());

        publishing.publishDue(LegalZone.startOf(day));

        assertThat(read(path("publish-held")).json().at("/name").stringValue()).isEqualTo("导入");
        JsonNode step =
                read(path("publish-held") + "/history?limit=1", ANNA).json().at("/items/0");
        assertThat(step.at("/what").stringValue()).isEqualTo("PUBLICATION_HELD");
        assertThat(step.at("/note").stringValue()).contains("第1版", "第2版");
    }

    @Test
    void aDayThatIsOverIsRefused() throws Exception {
        save(ANNA, "publish-past", null, guide("publish-past"));

        Reply past = publish(BEN, "publish-past", "{\"effectiveOn\": \"" + today().minusDays(1) + "\"}");

        assertThat(past.status()).isEqualTo(422);
        assertThat(past.pointer()).isEqualTo("/effectiveOn");
        assertThat(publish(BEN, "publish-past", "{\"effectiveOn\": \"2026-02-30\"}")
                        .status())
                .isEqualTo(400);
        assertThat(publish(BEN, "publish-past", "{\"surprise\": 1}").pointer()).isEqualTo("/surprise");
    }

    @Test
    void whoAsksAgainAfterMidnightHasTheFirstAnswer() throws Exception {
        save(ANNA, "publish-midnight", null, guide("publish-midnight"));
        LocalDate day = today();
        Command command = new Command("ben", "POST " + path("publish-midnight"), "k-midnight", "d", null);
        Publishing nextDay =
                new Publishing(items, index, linting, Clock.fixed(LegalZone.startOf(day.plusDays(1)), ZoneOffset.UTC));

        Answer first = publishing.publish("publish-midnight", day, command, "ben", Locale.ENGLISH);
        Answer again = nextDay.publish("publish-midnight", day, command, "ben", Locale.ENGLISH);

        assertThat(first.status()).isEqualTo(200);
        assertThat(again).isEqualTo(first);
    }

    private LocalDate today() {
        return LegalZone.dateOf(clock.instant());
    }
}
