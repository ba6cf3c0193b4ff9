package org.tongban.catalog.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import org.junit.jupiter.api.Test;
import org.tongban.catalog.CatalogTest;
import org.tongban.platform.kit.Tokens;

class DisclosureResourceTest extends CatalogTest {

    @Test
    void theNegativeListIsEmptyUntilAnEditorBringsItIn() throws Exception {
        assertThat(read("/api/catalog/negative-list").json().at("/items")).isEmpty();

        assertThat(bringIn("negative-list", """
                {"entries": [
                  {"name": "甲", "type": "禁止准入类", "measures": "不得从事甲"},
                  {"name": "乙", "type": "许可准入类", "department": "市场监管"}]}""").status()).isEqualTo(201);

        assertThat(read("/api/catalog/negative-list").json().at("/items")).hasSize(2);
        assertThat(read("/api/catalog/negative-list?type=许可准入类&department=市场监管")
                        .json()
                        .at("/items")
                        .findValuesAsString("name"))
                .containsExactly("乙");
        assertThat(read("/api/catalog/negative-list?q=從事").json().at("/items").findValuesAsString("name"))
                .containsExactly("甲");
    }

    @Test
    void questionsStandWithTheirItem() throws Exception {
        assertThat(read("/api/catalog/items/ca-marriage/faqs").json().at("/items"))
                .isEmpty();

        bringIn("faqs", """
                {"faqs": [
                  {"item": "ca-marriage", "question": "问一", "answer": "答一"},
                  {"item": "ca-marriage", "question": "问二", "answer": "答二"},
                  {"item": "ca-divorce", "question": "问三", "answer": "答三"}]}""");

        assertThat(read("/api/catalog/items/ca-marriage/faqs")
                        .json()
                        .at("/items")
                        .findValuesAsString("question"))
                .containsExactly("问一", "问二");
        assertThat(read("/api/catalog/faqs?q=答三").json().at("/items")).hasSize(1);
        String next = read("/api/catalog/faqs?limit=2").json().at("/next").stringValue();
        assertThat(read("/api/catalog/faqs?limit=2&cursor=" + next)
                        .json()
                        .at("/items")
                        .findValuesAsString("question"))
                .containsExactly("问三");
    }

    @Test
    void theNewestAnnouncementStandsFirstAndAPlaceHearsItsOwnAndThoseAbove() throws Exception {
        bringIn("announcements", """
                {"announcements": [
                  {"title": "旧", "text": "…", "date": "2026-01-05", "items": ["ca-marriage"]},
                  {"title": "新", "text": "…", "date": "2026-11-02", "division": "511600"},
                  {"title": "他", "text": "…", "date": "2026-06-01", "division": "371302"}]}""");

        assertThat(titles("")).containsExactly("新", "他", "旧");
        assertThat(titles("?division=511602")).containsExactly("新", "旧");
        assertThat(titles("?item=ca-marriage")).containsExactly("旧");
        assertThat(read("/api/catalog/announcements?division=5116").pointer()).isEqualTo("/division");
    }

    @Test
    void intermediaryServicesNameTheItemsThatAskForThem() throws Exception {
        bringIn("intermediary-services", """
                {"services": [{"name": "检测", "items": ["ps-vehicle-register"], "department": "公安交管"}]}""");

        assertThat(read("/api/catalog/intermediary-services?item=ps-vehicle-register")
                        .json()
                        .at("/items"))
                .hasSize(1);
        assertThat(read("/api/catalog/intermediary-services?item=ca-marriage")
                        .json()
                        .at("/items"))
                .isEmpty();
    }

    @Test
    void anEntryThatLacksWhatReadersRelyOnIsRefused() throws Exception {
        assertThat(bringIn("negative-list", "{\"entries\": [{\"name\": \"甲\"}]}")
                        .pointer())
                .isEqualTo("/entries/0");
        assertThat(bringIn("faqs", "{\"faqs\": [{\"item\": \"a\", \"question\": \"b\"}]}")
                        .pointer())
                .isEqualTo("/faqs/0");
        assertThat(bringIn("announcements", """
                {"announcements": [{"title": "a", "text": "b", "date": "2026-02-30"}]}""").pointer()).isEqualTo("/announcements/0");
        assertThat(bringIn("intermediary-services", "{\"services\": [{\"name\": \"a\"}]}")
                        .pointer())
                .isEqualTo("/services/0");
        assertThat(bringIn("wording", "{\"words\": [{\"word\": \"a\"}], \"sayings\": []}")
                        .pointer())
                .isEqualTo("/words/0");
        assertThat(send(put("/api/catalog/reference/faqs"), "{}", Tokens.citizen("c"))
                        .status())
                .isEqualTo(403);
    }

    private Iterable<String> titles(String query) throws Exception {
        return read("/api/catalog/announcements" + query).json().at("/items").findValuesAsString("title");
    }

    private Reply bringIn(String file, String body) throws Exception {
        return send(put("/api/catalog/reference/" + file), body, EDITOR);
    }
}
