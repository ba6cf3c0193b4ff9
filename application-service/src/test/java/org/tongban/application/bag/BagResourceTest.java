package org.tongban.application.bag;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.tongban.application.RunningService;
import org.tongban.application.catalog.Lists;
import org.tongban.application.document.Multipart;
import org.tongban.platform.code.OpaqueId;
import tools.jackson.databind.JsonNode;

final class BagResourceTest extends RunningService {
    private static final String OPENING = "{\"listNo\": \"" + Lists.NO + "\"}";
    private static final String ORIGINAL = "{\"bringOriginal\": true}";

    private final String owner = "citizen~" + OpaqueId.next();

    @Test
    void anOpenedBagShowsEveryRequirementAndWhatIsMissing() throws Exception {
        Reply opened = open();

        assertThat(opened.status()).isEqualTo(201);
        assertThat(opened.header("Location")).isEqualTo(bag(opened));
        assertThat(opened.header("ETag")).isEqualTo("\"1\"");
        assertThat(opened.text("/listNo")).isEqualTo(Lists.NO);
        assertThat("citizen~" + opened.text("/owner")).isEqualTo(owner);
        assertThat(opened.text("/expiresAt")).isEqualTo("2026-12-22T02:11:09.000Z");
        assertThat(opened.json().path("missing").asInt()).isEqualTo(9);
        assertThat(opened.json().path("ready").asBoolean()).isFalse();
        assertThat(opened.json().path("code").isNull()).isTrue();
        JsonNode licence = opened.json().path("requirements").path(4);
        assertThat(licence.path("rid").asString()).isEqualTo("r5");
        assertThat(licence.path("state").asString()).isEqualTo("PRODUCED_BY_CASE");
        assertThat(licence.at("/kinds/0/0/accepts/1").asString()).isEqualTo("individual-business-licence");
        assertThat(get(owner, bag(opened)).json()).isEqualTo(opened.json());
    }

    @Test
    void aListThatIsUnknownOrOverIsRefusedAndSaysSo() throws Exception {
        clock.tick(Duration.ofDays(91));
        Reply over = open();
        Reply unknown = post(owner, "/api/application/bags", "{\"listNo\": \"L-511602-20261122-00000000\"}");
        Reply shapeless = post(owner, "/api/application/bags", "{\"listNo\": \"../keys\"}");

        assertThat(over.status()).isEqualTo(422);
        assertThat(over.text("/detail")).contains("2027-02-20");
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.pointers()).containsExactly("/listNo");
        assertThat(shapeless.status()).isEqualTo(422);
    }

    @Test
    void aCatalogueThatIsAwayOrFalseIsToldAsSuch() throws Exception {
        theCatalogueHas(Lists.restaurant().replace("营业执照", "营业执照原件"));
        Reply changedOnTheWay = open();
        theCatalogueIsDown();
        Reply away = open();

        assertThat(changedOnTheWay.status()).isEqualTo(503);
        assertThat(away.status()).isEqualTo(503);
        assertThat(away.header("Retry-After")).isNotEmpty();
        assertThat(away.text("/type")).endsWith("far-side-down");
    }

    @Test
    void aBagOnASuspendedItemSaysSoAndWhatToDo() throws Exception {
        clock.tick(Duration.ofMinutes(5));
        theListStands("""
                {"listNo": "L", "items": [
                 {"item": "mr-individual-establish", "name": "个体工商户设立登记", "version": 1, "published": 1,
                  "standing": "CURRENT", "since": null, "reason": null, "notice": null, "text": null},
                 {"item": "mr-food-operation-new", "name": "食品经营许可（新办）", "version": 1, "published": 1,
                  "standing": "SUSPENDED", "since": "2026-11-22T00:00:00.000Z", "reason": "系统改造",
                  "notice": "请到市级窗口办理", "text": "It is suspended; go to the city's window."}]}""");

        Reply opened = open();
        Reply shown = get(owner, bag(opened));
        Reply filled = put(owner, bag(opened) + "/requirements/r1", ORIGINAL);

        assertThat(opened.status()).isEqualTo(201);
        for (Reply bag : List.of(opened, shown, filled)) {
            assertThat(bag.json().path("notices")).hasSize(1);
            assertThat(bag.text("/notices/0/item")).isEqualTo("mr-food-operation-new");
            assertThat(bag.text("/notices/0/standing")).isEqualTo("SUSPENDED");
            assertThat(bag.text("/notices/0/reason")).isEqualTo("系统改造");
            assertThat(bag.text("/notices/0/text")).isEqualTo("It is suspended; go to the city's window.");
        }
    }

    @Test
    void aBagIsShownAlsoWhileTheCatalogueSaysNothing() throws Exception {
        String bag = bag(open());
        clock.tick(Duration.ofMinutes(10));
        theCatalogueIsDown();

        Reply shown = get(owner, bag);

        assertThat(shown.status()).isEqualTo(200);
        assertThat(shown.json().path("notices").isNull()).isTrue();
    }

    @Test
    void documentsMeetALineOneForEachGroup() throws Exception {
        String bag = bag(open());
        String rules = upload("fire-safety-rules", "organisation");
        String plan = upload("emergency-plan", "premises");

        Reply half = put(owner, bag + "/requirements/r9", "{\"documentIds\": [\"" + rules + "\"]}");
        Reply whole = put(owner, bag + "/requirements/r9", "{\"documentIds\": [\"" + rules + "\", \"" + plan + "\"]}");
        Reply cleared = put(owner, bag + "/requirements/r9", "{}");

        assertThat(half.text("/requirements/8/state")).isEqualTo("MISSING");
        assertThat(half.text("/requirements/8/documents/0/documentId")).isEqualTo(rules);
        assertThat(half.text("/requirements/8/suggested/0/documentId")).isEqualTo(plan);
        assertThat(whole.text("/requirements/8/state")).isEqualTo("PROVIDED");
        assertThat(whole.json().path("missing").asInt()).isEqualTo(8);
        assertThat(whole.text("/consents/0/documentId")).isEqualTo(rules);
        assertThat(whole.text("/consents/0/purpose")).isEqualTo("办理公众聚集场所投入使用、营业前消防安全检查");
        assertThat(cleared.text("/requirements/8/state")).isEqualTo("MISSING");
        assertThat(whole.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void documentsOfOthersAndInventedOnesAreRefusedAlike() throws Exception {
        String bag = bag(open());
        String theirs = send(Multipart.pdf("id-card", "applicant", "theirs")
                        .on(request("citizen~somebody", "/api/application/documents")))
                .text("/documentId");

        Reply others = put(owner, bag + "/requirements/r2", "{\"documentIds\": [\"" + theirs + "\"]}");
        Reply invented = put(owner, bag + "/requirements/r2", "{\"documentIds\": [\"" + OpaqueId.next() + "\"]}");

        assertThat(others.status()).isEqualTo(422);
        assertThat(others.pointers()).containsExactly("/documentIds/0");
        assertThat(others.text("/detail")).isEqualTo(invented.text("/detail"));
    }

    @Test
    void aStrangerFindsNoBag() throws Exception {
        String bag = bag(open());
        String bagId = bag.substring(bag.lastIndexOf('/') + 1);

        assertThat(get("citizen~stranger", bag).status()).isEqualTo(404);
        assertThat(put("citizen~stranger", bag + "/requirements/r1", ORIGINAL).status())
                .isEqualTo(404);
        assertThat(submit("citizen~stranger", bagId).status()).isEqualTo(404);
        assertThat(get("counter~counter1", bag).status()).isEqualTo(403);
        assertThat(post("reviewer~reviewer1", "/api/application/bags", OPENING).status())
                .isEqualTo(403);
        assertThat(get("", bag).status()).isEqualTo(401);
    }

    @Test
    void whatCannotBeReadIsNamed() throws Exception {
        String line = bag(open()) + "/requirements/r1";

        assertThat(put(owner, line, "{\"bring\": true}").pointers()).containsExactly("/bring");
        assertThat(put(owner, line, "{\"bringOriginal\": \"yes\"}").pointers()).containsExactly("/bringOriginal");
        assertThat(put(owner, line, "{\"documentIds\": \"d1\"}").pointers()).containsExactly("/documentIds");
        assertThat(put(owner, line, "[").status()).isEqualTo(400);
        assertThat(put(owner, line, "{\"documentIds\": [null]}").status()).isEqualTo(422);
        assertThat(put(owner, line, "null").status()).isEqualTo(400);
        assertThat(post(owner, "/api/application/bags", "{}").status()).isEqualTo(422);
        assertThat(post(owner, "/api/application/bags", "{}").pointers()).containsExactly("/listNo");
        assertThat(post(owner, "/api/application/applications", "{}").pointers())
                .containsExactly("/bagId");
        assertThat(put(owner, line.replace("r1", "r99"), ORIGINAL).status()).isEqualTo(404);
    }

    @Test
    void aChangeOfAnOlderVersionIsRefused() throws Exception {
        String line = bag(open()) + "/requirements/r1";
        put(owner, line, ORIGINAL);

        Reply stale =
                send(json(request(owner, line).header("If-Match", "\"1\"")).PUT(BodyPublishers.ofString("{}")));
        Reply fresh =
                send(json(request(owner, line).header("If-Match", "\"2\"")).PUT(BodyPublishers.ofString("{}")));

        assertThat(stale.status()).isEqualTo(412);
        assertThat(fresh.status()).isEqualTo(200);
        assertThat(fresh.header("ETag")).isEqualTo("\"3\"");
    }

    @Test
    void anOpeningRepeatedUnderItsKeyIsTheSameBag() throws Exception {
        String key = OpaqueId.next();

        Reply first = send(opening(key, OPENING));
        Reply again = send(opening(key, OPENING));
        Reply other = send(opening(key, "{\"listNo\": \"L-511602-20261122-00000000\"}"));

        assertThat(again.status()).isEqualTo(201);
        assertThat(again.text("/bagId")).isEqualTo(first.text("/bagId"));
        assertThat(other.status()).isEqualTo(422);
    }

    @Test
    void aBagWithSomethingMissingNamesEachLine() throws Exception {
        String bag = bag(open());
        fill(bag);
        put(owner, bag + "/requirements/r3", "{}");
        put(owner, bag + "/requirements/r8", "{}");

        Reply refused = submit(owner, bag.substring(bag.lastIndexOf('/') + 1));

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/requirements/r3", "/requirements/r8");
    }

    @Test
    void whatNobodyHereWouldWorkIsRefusedWithTheWayToTheHall() throws Exception {
        String bag = bag(open());
        String bagId = bag.substring(bag.lastIndexOf('/') + 1);
        fill(bag);
        staffWorksFor("市场监管");

        Reply refused = submit(owner, bagId);

        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.pointers()).containsExactly("/bagId");
        assertThat(refused.text("/detail")).contains("消防救援", "511602", "hall");
        assertThat(get(owner, bag).json().path("code").isNull()).isTrue();
        staffWorksFor("市场监管", "消防救援");
        assertThat(submit(owner, bagId).status()).as("nothing is lost").isEqualTo(201);
    }

    @Test
    void aSubmittedBagIsFrozenAndShowsItsCode() throws Exception {
        String bag = bag(open());
        fill(bag);

        Reply submitted = submit(owner, bag.substring(bag.lastIndexOf('/') + 1));

        assertThat(submitted.status()).isEqualTo(201);
        assertThat(submitted.text("/code")).matches("([0-9A-Z]{4}-){3}[0-9A-Z]{4}");
        assertThat(submitted.header("Location")).isEqualTo("/api/application/applications/" + submitted.text("/code"));
        assertThat(submitted.text("/cases/0/item")).isEqualTo("mr-individual-establish");
        assertThat(submitted.text("/cases/0/stage")).isEqualTo("SUBMITTED");
        assertThat(submitted.text("/cases/1/stage")).isEqualTo("WAITING");
        assertThat(submitted.json().at("/cases/2/after/0").asInt()).isEqualTo(1);
        assertThat(submitted.json().at("/cases/2/due").isNull()).isTrue();
        assertThat(put(owner, bag + "/requirements/r1", "{}").status()).isEqualTo(409);
        assertThat(get(owner, bag).text("/code")).isEqualTo(submitted.text("/code"));
        assertThat(get(owner, submitted.header("Location")).text("/code")).isEqualTo(submitted.text("/code"));
    }

    @Test
    void submissionsAtOnceAndLaterGiveTheSameCode() throws Exception {
        String bag = bag(open());
        String bagId = bag.substring(bag.lastIndexOf('/') + 1);
        fill(bag);
        Callable<Reply> submission = () -> submit(owner, bagId);
        ExecutorService four = Executors.newFixedThreadPool(4);

        List<Future<Reply>> replies = four.invokeAll(List.of(submission, submission, submission, submission));
        four.shutdown();
        String code = submit(owner, bagId).text("/code");

        for (Future<Reply> reply : replies) {
            assertThat(reply.get().status()).isEqualTo(201);
            assertThat(reply.get().text("/code")).isEqualTo(code);
        }
        assertThat(get(owner, "/api/application/applications")
                        .json()
                        .path("items")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void anExpiredBagIsNeitherFilledNorSubmitted() throws Exception {
        String bag = bag(open());
        fill(bag);
        clock.tick(Duration.ofDays(30));

        assertThat(put(owner, bag + "/requirements/r1", "{}").status()).isEqualTo(409);
        assertThat(submit(owner, bag.substring(bag.lastIndexOf('/') + 1)).status())
                .isEqualTo(409);
        assertThat(get(owner, bag).status()).isEqualTo(200);
    }

    @Test
    void aRepeatedChangeShowsTheBagAsItIsByThen() throws Exception {
        String bag = bag(open());
        Reply first = keyed(bag + "/requirements/r1", ORIGINAL);
        put(owner, bag + "/requirements/r2", ORIGINAL);

        Reply again = keyed(bag + "/requirements/r1", ORIGINAL);
        Reply other = keyed(bag + "/requirements/r1", "{}");

        assertThat(first.text("/requirements/1/state")).isEqualTo("MISSING");
        assertThat(again.status()).isEqualTo(200);
        assertThat(again.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(again.text("/requirements/1/state"))
                .isEqualTo(get(owner, bag).text("/requirements/1/state"))
                .isNotEqualTo("MISSING");
        assertThat(other.status()).isEqualTo(422);
        assertThat(other.text("/type")).endsWith("/key-reused");
    }

    private Reply keyed(String path, String body) throws Exception {
        return send(json(request(owner, path).header("Idempotency-Key", "k")).PUT(BodyPublishers.ofString(body)));
    }

    private Reply open() throws Exception {
        return post(owner, "/api/application/bags", OPENING);
    }

    private HttpRequest.Builder opening(String key, String body) {
        return json(request(owner, "/api/application/bags").header("Idempotency-Key", key))
                .POST(BodyPublishers.ofString(body));
    }

    private void fill(String bag) throws Exception {
        for (int no = 1; no <= 10; no++) {
            if (no != 5) {
                assertThat(put(owner, bag + "/requirements/r" + no, ORIGINAL).status())
                        .isEqualTo(200);
            }
        }
    }

    private Reply submit(String who, String bagId) throws Exception {
        return post(who, "/api/application/applications", "{\"bagId\": \"" + bagId + "\"}");
    }

    private String upload(String kind, String holder) throws Exception {
        return send(Multipart.pdf(kind, holder, kind).on(request(owner, "/api/application/documents")))
                .text("/documentId");
    }

    private static String bag(Reply opened) {
        return "/api/application/bags/" + opened.text("/bagId");
    }
}
