package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

class DraftResourceTest extends EditingTest {

    @Test
    void aFirstDraftNeedsNoIfMatchAndIsSeenByEditorsAlone() throws Exception {
        Reply saved = save(ANNA, "draft-first", null, guide("draft-first"));

        assertThat(saved.status()).as(saved.body()).isEqualTo(201);
        assertThat(saved.response().getHeader("Location")).isEqualTo("/api/catalog/items/draft-first/draft");
        assertThat(saved.response().getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(saved.json().at("/publishable").booleanValue()).isTrue();
        JsonNode draft = read(path("draft-first") + "/draft", BEN).json();
        assertThat(draft.at("/guide")).isEqualTo(guide("draft-first"));
        assertThat(draft.at("/authors").toString()).isEqualTo("[\"anna\"]");
        assertThat(draft.at("/base").intValue()).isZero();
        assertThat(read(path("draft-first")).status()).isEqualTo(404);
        assertThat(read(path("draft-first") + "/versions").status()).isEqualTo(404);
        assertThat(read("/api/catalog/items?q=draft-first").json().at("/items").findValuesAsString("id"))
                .doesNotContain("draft-first");
    }

    @Test
    void aLaterSaveSaysWhichDraftItHasSeen() throws Exception {
        ObjectNode guide = guide("draft-later");
        save(ANNA, "draft-later", null, guide);

        assertThat(save(BEN, "draft-later", null, guide.put("name", "另一个")).status())
                .isEqualTo(412);
        assertThat(save(BEN, "draft-later", "7", guide).status()).isEqualTo(412);
        Reply second = save(BEN, "draft-later", "1", guide);
        assertThat(second.status()).isEqualTo(200);
        assertThat(second.response().getHeader("ETag")).isEqualTo("\"2\"");
        assertThat(second.json().at("/authors").toString()).isEqualTo("[\"anna\",\"ben\"]");
        assertThat(save(ANNA, "draft-later", "1", guide.put("name", "第三个")).status())
                .isEqualTo(412);
        assertThat(read(path("draft-later") + "/draft", ANNA)
                        .json()
                        .at("/guide/name")
                        .stringValue())
                .isEqualTo("另一个");
    }

    @Test
    void ofTwoEditorsAtOnceOneIsToldAndNothingIsHalfStored() throws Exception {
        List<Reply> first = atOnce("draft-race", null);
        assertThat(first).extracting(Reply::status).containsExactlyInAnyOrder(201, 412);
        assertWhole("draft-race", 1);

        List<Reply> second = atOnce("draft-race", "1");
        assertThat(second).extracting(Reply::status).containsExactlyInAnyOrder(200, 412);
        assertWhole("draft-race", 2);
    }

    @Test
    void anIfMatchWithoutADraftIsStale() throws Exception {
        assertThat(save(ANNA, "draft-none", "1", guide("draft-none")).status()).isEqualTo(412);
        assertThat(read(path("draft-none") + "/draft", ANNA).status()).isEqualTo(404);
    }

    @Test
    void theSameKeyGivesTheSameAnswer() throws Exception {
        Reply first = keyed("draft-key", guide("draft-key"));
        Reply again = keyed("draft-key", guide("draft-key"));
        Reply other = keyed("draft-key", guide("draft-key").put("name", "另一个"));

        assertThat(first.status()).isEqualTo(201);
        assertThat(again.status()).isEqualTo(201);
        assertThat(again.body()).isEqualTo(first.body());
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aRepeatShowsTheDraftThatStandsThereByThenAndNoneWhereItIsGone() throws Exception {
        ObjectNode guide = guide("draft-repeat");
        keyed("draft-repeat", guide);
        save(BEN, "draft-repeat", "1", guide.deepCopy().put("name", "另一个"));

        Reply again = keyed("draft-repeat", guide);
        discard(ANNA, "draft-repeat", null);
        Reply gone = keyed("draft-repeat", guide);

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.response().getHeader("ETag")).isEqualTo("\"1\"");
        assertThat(again.json().at("/draft").intValue()).isEqualTo(2);
        assertThat(again.json().at("/authors").toString()).isEqualTo("[\"anna\",\"ben\"]");
        assertThat(gone.status()).isEqualTo(404);
    }

    @Test
    void badInputIsNamedAndNotKept() throws Exception {
        assertRefused(400, "/surprise", guide("draft-bad").put("surprise", 1));
        ObjectNode line = guide("draft-bad");
        ((ObjectNode) line.at("/materials/0")).put("colour", "red");
        assertRefused(400, "/materials/0/colour", line);
        assertRefused(422, "/id", guide("another-one"));
        assertRefused(422, "/name", guide("draft-bad").put("name", "=1+1"));
        assertRefused(422, "/name", guide("draft-bad").put("name", "x".repeat(501)));
        assertRefused(422, "/name", guide("draft-bad").put("name", "甲\u202e乙"));
        ObjectNode cyclic = guide("draft-bad");
        ((ObjectNode) cyclic.at("/situations/0"))
                .putObject("when")
                .putArray("mode")
                .add("normal");
        ((ObjectNode) cyclic.at("/situations/1"))
                .putObject("when")
                .putArray("agent")
                .add("yes");
        assertThat(save(ANNA, "draft-bad", null, cyclic).status()).isEqualTo(422);
        assertThat(send(put(path("draft-bad") + "/draft"), "[]", ANNA).status()).isEqualTo(400);
        assertThat(send(put(path("draft-bad") + "/draft"), "{", ANNA).status()).isEqualTo(400);
        assertThat(send(put(path("draft-bad") + "/draft"), "{\"a\": \"" + "x".repeat(2 << 20) + "\"}", ANNA)
                        .status())
                .isEqualTo(413);
        assertThat(read(path("draft-bad") + "/draft", ANNA).status()).isEqualTo(404);
    }

    @Test
    void theLintLooksAtTheDraftWhileThereIsOne() throws Exception {
        published("draft-lint");
        ObjectNode spoiled = guide("draft-lint");
        spoiled.remove("limits");

        Reply saved = save(ANNA, "draft-lint", null, spoiled);
        JsonNode ofDraft = read(path("draft-lint") + "/lint", BEN).json();
        discard(ANNA, "draft-lint", null);
        JsonNode ofPublished = read(path("draft-lint") + "/lint", BEN).json();

        assertThat(saved.json().at("/findings").findValuesAsString("code")).contains("limit-missing");
        assertThat(ofDraft.at("/linted").stringValue()).isEqualTo("DRAFT");
        assertThat(ofDraft.at("/draft").intValue()).isEqualTo(2);
        assertThat(ofDraft.at("/publishable").booleanValue()).isFalse();
        assertThat(ofPublished.at("/linted").stringValue()).isEqualTo("PUBLISHED");
        assertThat(ofPublished.at("/draft").isNull()).isTrue();
        assertThat(ofPublished.at("/publishable").booleanValue()).isTrue();
    }

    @Test
    void anInquiryCanBeTriedOnTheDraft() throws Exception {
        published("draft-preview");
        ObjectNode changed = guide("draft-preview");
        SoundGuide.line(changed, "安全评估报告", "{}");
        save(ANNA, "draft-preview", null, changed);
        String wish = "{\"division\": \"511602\", \"applicant\": \"自然人\","
                + " \"answers\": {\"agent\": \"no\", \"mode\": \"normal\"}}";

        JsonNode preview =
                postAs(BEN, path("draft-preview") + "/draft/inquiry", wish).json();
        JsonNode inquiry = postAs(
                        ANYBODY,
                        "/api/catalog/inquiries",
                        wish.replace("{\"division\"", "{\"items\": [\"draft-preview\"], \"division\""))
                .json();

        assertThat(preview.at("/complete").booleanValue()).isTrue();
        assertThat(preview.at("/lines").findValuesAsString("name")).contains("安全评估报告");
        assertThat(inquiry.at("/lines").findValuesAsString("name")).isNotEmpty().doesNotContain("安全评估报告");
        assertThat(postAs(
                                BEN,
                                path("draft-preview") + "/draft/inquiry",
                                wish.replace("{\"div", "{\"items\": [\"ca-marriage\"], \"div"))
                        .status())
                .isEqualTo(422);
        assertThat(postAs(BEN, path("ca-marriage") + "/draft/inquiry", wish).status())
                .isEqualTo(404);
    }

    @Test
    void aDraftIsDiscardedByWhoHasSeenIt() throws Exception {
        save(ANNA, "draft-gone", null, guide("draft-gone"));

        assertThat(discard(BEN, "draft-gone", "9").status()).isEqualTo(412);
        assertThat(discard(BEN, "draft-gone", "1").status()).isEqualTo(200);
        assertThat(read(path("draft-gone") + "/draft", BEN).status()).isEqualTo(404);
        assertThat(discard(BEN, "draft-gone", null).status()).isEqualTo(404);
        assertThat(save(BEN, "draft-gone", null, guide("draft-gone")).response().getHeader("ETag"))
                .isEqualTo("\"2\"");
    }

    @Test
    void onlyEditorsWrite() throws Exception {
        ObjectNode guide = guide("draft-access");
        for (RequestPostProcessor stranger : List.of(
                Tokens.citizen("c"), Tokens.reviewer("r", "市场监管", "511602"), Tokens.counter("k", "511602-01", "W03"))) {
            assertThat(save(stranger, "draft-access", null, guide).status()).isEqualTo(403);
            assertThat(read(path("ca-marriage") + "/draft", stranger).status()).isEqualTo(403);
            assertThat(read(path("ca-marriage") + "/history", stranger).status())
                    .isEqualTo(403);
            assertThat(read(path("ca-marriage") + "/diff", stranger).status()).isEqualTo(403);
            assertThat(discard(stranger, "ca-marriage", null).status()).isEqualTo(403);
            for (String step : List.of("publication", "suspension", "resumption", "withdrawal", "draft/inquiry")) {
                assertThat(postAs(stranger, path("ca-marriage") + "/" + step, "{}")
                                .status())
                        .as(step)
                        .isEqualTo(403);
            }
        }
        assertThat(save(ANYBODY, "draft-access", null, guide).status()).isEqualTo(401);
        assertThat(read(path("ca-marriage") + "/draft").status()).isEqualTo(401);
        assertThat(postAs(ANYBODY, path("ca-marriage") + "/publication", "{}").status())
                .isEqualTo(401);
    }

    private List<Reply> atOnce(String item, @Nullable String ifMatch) throws Exception {
        CyclicBarrier start = new CyclicBarrier(2);
        ExecutorService desks = Executors.newFixedThreadPool(2);
        try {
            List<Future<Reply>> replies = desks.invokeAll(
                    List.of(saving(ANNA, item, ifMatch, start, "安娜的"), saving(BEN, item, ifMatch, start, "本的")));
            return List.of(replies.get(0).get(), replies.get(1).get());
        } finally {
            desks.shutdown();
        }
    }

    private Callable<Reply> saving(
            RequestPostProcessor editor, String item, @Nullable String ifMatch, CyclicBarrier start, String name) {
        return () -> {
            ObjectNode guide = guide(item).put("name", name + ifMatch).put("department", name);
            start.await();
            return save(editor, item, ifMatch, guide);
        };
    }

    private void assertWhole(String item, int no) throws Exception {
        JsonNode draft = read(path(item) + "/draft", ANNA).json();
        assertThat(draft.at("/draft").intValue()).isEqualTo(no);
        assertThat(draft.at("/guide/name").stringValue())
                .startsWith(draft.at("/guide/department").stringValue());
    }

    private void assertRefused(int status, String pointer, ObjectNode guide) throws Exception {
        Reply refused = save(ANNA, "draft-bad", null, guide);
        assertThat(refused.status()).as(refused.body()).isEqualTo(status);
        assertThat(refused.pointer()).isEqualTo(pointer);
    }

    private Reply keyed(String item, ObjectNode guide) throws Exception {
        return send(put(path(item) + "/draft").header("Idempotency-Key", "k-" + item), guide.toString(), ANNA);
    }
}
