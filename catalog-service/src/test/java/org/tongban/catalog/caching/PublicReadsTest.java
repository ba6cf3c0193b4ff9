package org.tongban.catalog.caching;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.catalog.CatalogTest;

class PublicReadsTest extends CatalogTest {
    private static final String RESTAURANT = """
            {"bundle": "open-restaurant",
             "items": ["mr-individual-establish", "mr-food-operation-new", "fs-public-gathering-check"],
             "division": "511602", "applicant": "自然人",
             "answers": {"agent": "no", "vending": "no", "mode": "normal"}}""";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items?q=结婚",
                "/items/ca-marriage",
                "/items/ca-marriage/versions",
                "/items/ca-marriage/versions/1",
                "/items/ca-marriage/faqs",
                "/suggestions?q=jie",
                "/bundles",
                "/bundles/newborn",
                "/document-kinds",
                "/halls",
                "/divisions",
                "/departments",
                "/power-list",
                "/service-list",
                "/negative-list",
                "/intermediary-services",
                "/legal-bases",
                "/legal-bases/articles?law=民法典",
                "/legal-bases/items?law=民法典",
                "/faqs",
                "/announcements"
            })
    void aRepeatedPublicReadIsNotModified(String path) throws Exception {
        Reply first = read("/api/catalog" + path);
        String tag = tag(first);

        Reply again = perform(get("/api/catalog" + path).header("If-None-Match", tag));

        assertThat(first.status()).isEqualTo(200);
        assertThat(first.response().getHeader("Cache-Control")).isEqualTo("max-age=60, public");
        assertThat(first.response().getHeaders("Vary")).contains("Accept-Language");
        assertThat(again.status()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        assertThat(again.response().getHeader("ETag")).isEqualTo(tag);
        assertThat(again.response().getHeader("Cache-Control")).isEqualTo("max-age=60, public");
    }

    @Test
    void theKeysAreAskedForEachTime() throws Exception {
        Reply keys = read("/api/catalog/keys");

        assertThat(keys.response().getHeader("Cache-Control")).isEqualTo("no-cache");
        assertThat(perform(get("/api/catalog/keys").header("If-None-Match", tag(keys)))
                        .status())
                .isEqualTo(304);
    }

    @Test
    void anIssuedListIsNotModified() throws Exception {
        String list =
                postAs(ANYBODY, "/api/catalog/lists", RESTAURANT).response().getHeader("Location");
        for (String form : new String[] {"", ".jws"}) {
            Reply first = read(list + form);
            String tag = tag(first);
            assertThat(first.response().getHeader("Cache-Control"))
                    .as("its number is its only lock")
                    .contains("private")
                    .doesNotContain("public");

            assertThat(perform(get(list + form).header("If-None-Match", tag)).status())
                    .isEqualTo(304);
        }
    }

    @Test
    void anotherAnswerHasAnotherTag() throws Exception {
        String tag = tag(read("/api/catalog/items?q=结婚"));

        assertThat(perform(get("/api/catalog/items?q=离婚").header("If-None-Match", tag))
                        .status())
                .isEqualTo(200);
    }

    @Test
    void whatIsRefusedMissingOrNotPublicIsNotKept() throws Exception {
        for (Reply reply : new Reply[] {
            read("/api/catalog/items/nothing"), read("/api/catalog/items?limit=0"), read("/api/catalog/flags", EDITOR)
        }) {
            assertThat(reply.response().getHeader("Cache-Control")).contains("no-store");
            assertThat(reply.response().getHeader("ETag")).isNull();
        }
    }

    private static String tag(Reply reply) {
        return Objects.requireNonNull(reply.response().getHeader("ETag"));
    }
}
