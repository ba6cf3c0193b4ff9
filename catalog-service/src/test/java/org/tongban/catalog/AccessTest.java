package org.tongban.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.kit.Tokens;
import tools.jackson.databind.JsonNode;

/** Who may do what. */
class AccessTest extends CatalogTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/items",
                "/items/ca-marriage",
                "/items/ca-marriage/versions",
                "/items/ca-marriage/versions/1",
                "/document-kinds",
                "/bundles",
                "/bundles/newborn",
                "/halls",
                "/divisions",
                "/departments",
                "/keys",
                "/suggestions?q=a",
                "/power-list",
                "/service-list",
                "/negative-list",
                "/intermediary-services",
                "/legal-bases",
                "/faqs",
                "/announcements",
                "/openapi.json"
            })
    void everybodyReads(String path) throws Exception {
        assertThat(read("/api/catalog" + path).status()).isEqualTo(200);
    }

    @Test
    void theDescriptionSaysWhoMayCallAndNothingOfOurs() throws Exception {
        JsonNode described = read("/api/catalog/openapi.json").json();

        assertThat(described.at("/paths").propertyNames()).allMatch(path -> path.startsWith("/api/catalog/"));
        assertThat(described.at("/paths").findValuesAsString("name"))
                .contains("Idempotency-Key", "If-Match", "Accept-Language")
                .doesNotContain("caller", "command");
        JsonNode imports = described.at("/paths/~1api~1catalog~1imports/post");
        assertThat(imports.at("/security/0").propertyNames()).containsExactly("signIn");
        assertThat(imports.at("/x-roles").valueStream().map(JsonNode::stringValue))
                .containsExactly("editor");
        JsonNode lists = described.at("/paths/~1api~1catalog~1lists/post");
        assertThat(lists.isObject()).isTrue();
        assertThat(lists.has("security")).isFalse();
        assertThat(described.at("/components/securitySchemes/signIn/scheme").stringValue())
                .isEqualTo("bearer");
        assertThat(lists.at("/responses/default/$ref").stringValue()).isEqualTo("#/components/responses/Refused");
    }

    @Test
    void onlyEditorsBringIn() throws Exception {
        assertThat(postAs(ANYBODY, "/api/catalog/imports", "[]").status()).isEqualTo(401);
        assertThat(postAs(Tokens.citizen("c"), "/api/catalog/imports", "[]").status())
                .isEqualTo(403);
        assertThat(postAs(EDITOR, "/api/catalog/imports", "[]").status()).isEqualTo(200);
        assertThat(send(put("/api/catalog/reference/halls"), "{}", Tokens.citizen("c"))
                        .status())
                .isEqualTo(403);
        assertThat(send(put("/api/catalog/reference/halls"), "{}", ANYBODY).status())
                .isEqualTo(401);
        assertThat(read("/api/catalog/flags").status()).isEqualTo(401);
        assertThat(read("/api/catalog/flags", Tokens.citizen("c")).status()).isEqualTo(403);
        assertThat(read("/api/catalog/flags", EDITOR).status()).isEqualTo(200);
    }

    @Test
    void aTokenThatDoesNotVerifyIs401EvenHere() throws Exception {
        Reply refused = perform(get("/api/catalog/items").header("Authorization", "Bearer x.y.z"));

        assertThat(refused.status()).isEqualTo(401);
        assertThat(refused.response().getContentType()).isEqualTo("application/problem+json");
    }

    @Test
    void whatIsNotNamedIsClosed() throws Exception {
        assertThat(perform(delete("/api/catalog/items/ca-marriage")).status()).isEqualTo(401);
        assertThat(read("/internal/positions").status()).isEqualTo(401);
        assertThat(read("/api/catalog/nowhere").status()).isEqualTo(404);
    }
}
