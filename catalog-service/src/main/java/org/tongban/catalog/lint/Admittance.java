package org.tongban.catalog.lint;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.text.Texts;
import tools.jackson.databind.JsonNode;

/** Whether a guide can be taken at all: it can be found and put on a list, and it breaks and deceives nobody. */
final class Admittance {
    /** The names that lists, search and prints show. */
    private static final Set<String> NAMES = Set.of("name", "ask", "label", "department", "implementingBody");

    private static final int LONGEST_TEXT = 20_000;

    private final Findings findings;

    private Admittance(Findings findings) {
        this.findings = findings;
    }

    static void check(JsonNode gsi, Findings findings) {
        if (!gsi.isObject()) {
            findings.add(Rule.NOT_AN_ITEM, "", "事项须为JSON对象。", "An item is a JSON object.");
            return;
        }
        Admittance admittance = new Admittance(findings);
        admittance.identity(new Fields(gsi));
        SizeCheck.check(gsi, findings);
        if (!findings.has(Rule.TOO_MUCH)) {
            admittance.texts(gsi, "", null);
        }
        if (!findings.refuses()) {
            Cycles.check(gsi, findings);
        }
    }

    private void identity(Fields item) {
        if (!"gsi-1".equals(item.text("schema"))) {
            findings.add(Rule.SCHEMA, "/schema", "schema须为gsi-1。", "The schema must be gsi-1.");
        }
        String id = item.text("id");
        if (id == null || !id.matches("[a-z0-9-]{1,100}")) {
            findings.add(
                    Rule.ID,
                    "/id",
                    "id须由小写字母、数字和连字符组成，至多100个字符。",
                    "The id is made of small letters, digits and hyphens, at most 100.");
        }
        for (Rule rule : List.of(Rule.NAME, Rule.DEPARTMENT)) {
            String text = item.text(rule.code());
            if (text == null || text.length() > Texts.LONGEST_NAME) {
                findings.add(
                        rule,
                        Pointer.of(rule.code()),
                        "缺少" + rule.code() + "，或者超过" + Texts.LONGEST_NAME + "个字符。",
                        "There is no " + rule.code() + ", or it is longer than " + Texts.LONGEST_NAME + " characters.");
            }
        }
        String scope = item.text("scope");
        if (!"national".equals(scope) && !"local".equals(scope)) {
            findings.add(Rule.SCOPE, "/scope", "scope须为national或local。", "The scope is national or local.");
        }
        if (item.texts("applicants").isEmpty()) {
            findings.add(Rule.APPLICANTS, "/applicants", "缺少服务对象。", "Nobody is served: there are no applicants.");
        }
    }

    private void texts(JsonNode node, String pointer, @Nullable String field) {
        if (node.isString()) {
            text(node.stringValue(), pointer, field != null && NAMES.contains(field));
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                texts(node.get(i), pointer + "/" + i, field);
            }
        } else if (node.isObject()) {
            node.properties().forEach(each -> {
                if (Texts.hasControl(each.getKey())) {
                    control(pointer);
                }
                texts(each.getValue(), pointer + Pointer.of(each.getKey()), each.getKey());
            });
        }
    }

    private void text(String text, String pointer, boolean isName) {
        int longest = isName ? Texts.LONGEST_NAME : LONGEST_TEXT;
        boolean said = pointer.equals("/name") || pointer.equals("/department");
        if (text.length() > longest) {
            if (!said) {
                findings.add(
                        Rule.TEXT_TOO_LONG,
                        pointer,
                        "此处文本超过" + longest + "个字符。",
                        "This text is longer than " + longest + " characters.");
            }
            return;
        }
        if (Texts.hasControl(text)) {
            control(pointer);
        }
        if (isName && Texts.hasMarkup(text)) {
            findings.add(Rule.TEXT_MARKUP, pointer, "名称中含有网页标记。", "A name must not hold markup.");
        }
        if (isName && Texts.isFormula(text)) {
            findings.add(
                    Rule.TEXT_FORMULA,
                    pointer,
                    "名称以=、+、-或@开头，在表格软件中会被当作公式执行。",
                    "The name begins with =, +, - or @, which spreadsheets carry out as a formula.");
        }
    }

    private void control(String pointer) {
        findings.add(
                Rule.TEXT_CONTROL,
                pointer,
                "文本中含有控制字符或者改变文字方向的字符，显示的内容与实际不符。",
                "The text holds control characters or turns its direction round: what is shown is not what it says.");
    }
}
