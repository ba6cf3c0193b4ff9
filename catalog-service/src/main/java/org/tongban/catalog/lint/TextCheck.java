package org.tongban.catalog.lint;

import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.text.Texts;
import tools.jackson.databind.JsonNode;

/** Longer texts that hold what does not belong there: crumbs of web pages, characters that show nothing. */
final class TextCheck implements GuideLint.Check {

    @Override
    public void check(Guide guide, Findings findings) {
        look(guide.fields().node(), "", findings);
    }

    private static void look(JsonNode node, String pointer, Findings findings) {
        if (node.isString() && isUnsafe(node.stringValue())) {
            findings.add(
                    Rule.TEXT_UNSAFE,
                    pointer,
                    "文本中含有网页标记或者不可见的字符。",
                    "The text holds markup or characters that show nothing.");
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), pointer + "/" + i, findings);
            }
        } else if (node.isObject()) {
            node.properties().forEach(each -> look(each.getValue(), pointer + Pointer.of(each.getKey()), findings));
        }
    }

    private static boolean isUnsafe(String text) {
        return Texts.hasMarkup(text) || Texts.hasInvisible(text);
    }
}
