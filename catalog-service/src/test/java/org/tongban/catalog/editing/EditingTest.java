package org.tongban.catalog.editing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.tongban.catalog.CatalogTest;
import org.tongban.catalog.lint.SoundGuide;
import org.tongban.platform.kit.Tokens;
import org.tongban.platform.security.Role;
import tools.jackson.databind.node.ObjectNode;

/** Two editors at their desks. */
abstract class EditingTest extends CatalogTest {
    static final RequestPostProcessor ANNA = Tokens.caller("anna", Role.EDITOR, Map.of());
    static final RequestPostProcessor BEN = Tokens.caller("ben", Role.EDITOR, Map.of());
    static final String NOTICE = "{\"reason\": \"系统改造\", \"notice\": \"12月8日恢复，急需者请到市级窗口办理\"}";

    static String path(String item) {
        return "/api/catalog/items/" + item;
    }

    static ObjectNode guide(String item) {
        return SoundGuide.guide().put("id", item);
    }

    final Reply save(RequestPostProcessor editor, String item, @Nullable String ifMatch, ObjectNode guide)
            throws Exception {
        return send(matching(put(path(item) + "/draft"), ifMatch), guide.toString(), editor);
    }

    final Reply discard(RequestPostProcessor editor, String item, @Nullable String ifMatch) throws Exception {
        return perform(matching(delete(path(item) + "/draft"), ifMatch).with(editor));
    }

    final Reply publish(RequestPostProcessor editor, String item, String body) throws Exception {
        return postAs(editor, path(item) + "/publication", body);
    }

    /** An item that two persons have brought to its first version. */
    final void published(String item) throws Exception {
        assertThat(save(ANNA, item, null, guide(item)).status()).isEqualTo(201);
        assertThat(publish(BEN, item, "{}").status()).isEqualTo(200);
    }

    private static MockHttpServletRequestBuilder matching(
            MockHttpServletRequestBuilder request, @Nullable String ifMatch) {
        return ifMatch == null ? request : request.header("If-Match", "\"" + ifMatch + "\"");
    }
}
