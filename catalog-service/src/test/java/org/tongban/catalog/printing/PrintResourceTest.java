package org.tongban.catalog.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.StreamSupport;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockHttpServletResponse;
import org.tongban.catalog.CatalogTest;
import org.tongban.platform.json.Json;
import tools.jackson.databind.JsonNode;

/** Lists on paper and on a page. */
class PrintResourceTest extends CatalogTest {
    private static final String RESTAURANT = """
            {"bundle": "open-restaurant",
             "items": ["mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"],
             "division": "511602", "applicant": "自然人",
             "answers": {"agent": "yes", "vending": "yes", "mode": "normal"}}""";

    @Autowired
    private Printing printing;

    @Test
    void theRestaurantIsATaggedPdfOfTwoPagesAtMostWithItsFontsInside() throws Exception {
        JsonNode list = issue(RESTAURANT);

        MockHttpServletResponse answer = print(list, ".pdf", "zh-CN");
        byte[] pdf = answer.getContentAsByteArray();
        Files.write(Path.of("target", "restaurant.pdf"), pdf);

        assertThat(answer.getContentType()).isEqualTo("application/pdf");
        assertThat(pdf.length).isLessThan(400_000);
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isLessThanOrEqualTo(2);
            assertThat(document.getDocumentCatalog().getMarkInfo().isMarked()).isTrue();
            assertThat(document.getDocumentCatalog().getStructureTreeRoot()).isNotNull();
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("zh-CN");
            assertThat(document.getDocumentInformation().getTitle()).contains("办理清单");
            for (PDPage page : document.getPages()) {
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertThat(font.isEmbedded()).isTrue();
                    assertThat(font.getName()).matches("[A-Z]{6}\\+NotoSansSC.*");
                }
            }
            assertThat(new PDFTextStripper().getText(document))
                    .contains(
                            list.at("/listNo").stringValue(),
                            list.at("/digest").stringValue(),
                            "开办餐饮店",
                            "营业执照",
                            "综合窗口",
                            "09:00-12:00")
                    .doesNotContain("#");
        }
    }

    @Test
    void everyLineEveryCaseAndEveryReasonIsOnThePage() throws Exception {
        JsonNode list = issue(RESTAURANT);

        String page = print(list, ".html", "zh-CN").getContentAsString();

        assertThat(list.at("/lines"))
                .allSatisfy(line -> assertThat(page).contains(line.at("/name").stringValue()));
        assertThat(list.at("/items"))
                .allSatisfy(item -> assertThat(page).contains(item.at("/name").stringValue()));
        assertThat(page)
                .contains(
                        "情形：是否委托代理人办理—是",
                        "由事项 1 的办理结果提供",
                        "中华人民共和国食品安全法第三十五条",
                        "16个工作日",
                        "当场（否则3工作日）",
                        "10工作日（分环节：10工作日，再3工作日）")
                .contains("data:image/png;base64,")
                .doesNotContain("{{");
        assertThat(page.split("url\\(data:font/ttf;base64,", -1))
                .as("regular and bold")
                .hasSize(3);
        assertThat(page.length()).isLessThan(600_000);
        assertThat(StreamSupport.stream(list.at("/lines").spliterator(), false)
                        .filter(line -> line.at("/satisfiedBy").isNull())
                        .count())
                .isEqualTo(page.split("<span class=\"box\">□", -1).length - 1);
    }

    @Test
    void inEnglishTheLabelsAreEnglishAndTheDataStayMarkedChinese() throws Exception {
        JsonNode list = issue(RESTAURANT);

        MockHttpServletResponse answer = print(list, ".html", "en");
        String page = answer.getContentAsString();
        Files.write(
                Path.of("target", "restaurant-en.pdf"),
                print(list, ".pdf", "en").getContentAsByteArray());
        Files.writeString(
                Path.of("target", "restaurant.html"), print(list, ".html", "zh").getContentAsString());

        assertThat(answer.getHeader("Content-Language")).isEqualTo("en");
        assertThat(answer.getHeader("Vary")).contains("Accept-Language");
        assertThat(page)
                .contains("<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"en\">")
                .contains("Natural person", "Required", "10 working days", "Comes from service 1")
                .contains("<td lang=\"zh-CN\"><b>食品经营许可申请书</b></td>");
        assertThat(read("/api/catalog/lists/" + list.at("/listNo").stringValue())
                        .json())
                .isEqualTo(list);
    }

    @Test
    void whatANameHoldsIsShownAndNeverRun() throws Exception {
        String list = issue(RESTAURANT).toString().replace("个体工商户设立登记", "<script>alert(1)</script>&'登记");
        Sheet.Frame frame =
                new Sheet.Frame(Words.in(Locale.CHINESE), null, "d", "k", true, true, "a", printing.fonts());

        String page = printing.html(Sheet.of(Json.mapper().readTree(list), frame));

        assertThat(page)
                .contains("&lt;script&gt;alert(1)&lt;/script&gt;&amp;")
                .contains("本清单已过有效期", "密钥已被吊销")
                .doesNotContain("<script>");
        assertThat(printing.pdf(page)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void theSamePageAgainIsNotSentAgain() throws Exception {
        JsonNode list = issue(RESTAURANT);
        String path = "/api/catalog/lists/" + list.at("/listNo").stringValue() + ".pdf";
        String etag = String.valueOf(read(path).response().getHeader("ETag"));

        assertThat(perform(get(path).header("If-None-Match", etag)).status()).isEqualTo(304);
        assertThat(perform(get(path).header("If-None-Match", etag).header("Accept-Language", "en"))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void anUnknownListIs404InEveryForm() throws Exception {
        for (String form : new String[] {".html", ".pdf"}) {
            assertThat(read("/api/catalog/lists/L-511602-20260101-00000000" + form)
                            .status())
                    .isEqualTo(404);
            assertThat(read("/api/catalog/lists/nothing" + form).status()).isEqualTo(404);
        }
    }

    private MockHttpServletResponse print(JsonNode list, String form, String language) throws Exception {
        Reply reply = perform(get("/api/catalog/lists/" + list.at("/listNo").stringValue() + form)
                .header("Accept-Language", language));
        assertThat(reply.status()).as(reply.body()).isEqualTo(200);
        return reply.response();
    }

    private JsonNode issue(String body) throws Exception {
        return postAs(ANYBODY, "/api/catalog/lists", body).json();
    }
}
