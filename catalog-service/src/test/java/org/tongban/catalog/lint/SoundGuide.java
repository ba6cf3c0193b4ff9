package org.tongban.catalog.lint;

import java.util.function.Consumer;
import org.tongban.platform.json.Json;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** A guide in which there is nothing to find, to be spoiled in one place. */
public final class SoundGuide {
    private static final String GSI = """
            {"schema": "gsi-1", "id": "sound", "name": "小餐饮经营许可", "department": "市场监管", "scope": "local",
             "division": {"code": "511602", "name": "广安区"}, "applicants": ["自然人", "企业法人"],
             "kind": {"code": "01", "name": "行政许可"}, "caseType": {"code": "2", "name": "承诺件"},
             "legalBasis": [{"law": "食品安全法", "article": "第三十六条"}], "conditions": ["有固定的经营场所"],
             "situations": [
              {"key": "agent", "ask": "是否委托代理人", "multi": false,
               "options": [{"value": "yes", "label": "是"}, {"value": "no", "label": "否"}]},
              {"key": "mode", "ask": "办理方式", "multi": false,
               "options": [{"value": "normal", "label": "一般程序"}, {"value": "commit", "label": "告知承诺"}]}],
             "materials": [
              {"no": 1, "name": "小餐饮经营许可申请表", "need": "必要", "original": 1},
              {"no": 2, "name": "房屋租赁合同", "need": "必要", "copies": 1, "copiesMax": 2},
              {"no": 3, "name": "授权委托书", "need": "必要", "when": {"agent": ["yes"]}},
              {"no": 4, "name": "承诺书", "need": "必要", "when": {"mode": ["commit"]}}],
             "limits": {"statutory": {"n": 20, "unit": "工作日", "basis": "行政许可法第四十二条"},
                        "promised": {"n": 10, "unit": "工作日", "byMode": {"commit": {"n": 0, "unit": "当场"}}}},
             "fee": {"charged": false}, "result": {"name": "小餐饮经营许可证"},
             "evidence": {"*": "known"}, "source": [{"id": "K", "type": "known", "title": "test"}]}
            """;

    private SoundGuide() {}

    public static ObjectNode guide() {
        return (ObjectNode) Json.mapper().readTree(GSI);
    }

    static ObjectNode with(Consumer<ObjectNode> spoiling) {
        ObjectNode guide = guide();
        spoiling.accept(guide);
        return guide;
    }

    static ObjectNode at(ObjectNode guide, String pointer) {
        return (ObjectNode) guide.at(pointer);
    }

    static ArrayNode array(ObjectNode guide, String pointer) {
        return (ArrayNode) guide.at(pointer);
    }

    /** Adds a line that these answers call, under the next number. */
    public static void line(ObjectNode guide, String name, String when) {
        ArrayNode materials = array(guide, "/materials");
        materials
                .addObject()
                .put("no", materials.size())
                .put("name", name)
                .put("need", "必要")
                .set("when", Json.mapper().readTree(when));
    }

    /** Adds a question whose options are these values. */
    static ObjectNode ask(ObjectNode guide, String key, String... values) {
        ObjectNode question = array(guide, "/situations").addObject();
        question.put("key", key).put("ask", "问" + key).put("multi", false);
        ArrayNode options = question.putArray("options");
        for (String value : values) {
            options.addObject().put("value", value).put("label", value);
        }
        return question;
    }
}
