package org.tongban.catalog.lint;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tongban.catalog.guide.Consequences;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.Situation;
import tools.jackson.databind.JsonNode;

/** Questions: each can be read, is asked on some path, and each of its options makes a difference. */
final class QuestionCheck implements GuideLint.Check {
    private static final Set<String> FIELDS = Set.of("key", "ask", "multi", "options", "when");

    @Override
    public void check(Guide guide, Findings findings) {
        JsonNode situations = guide.fields().node().get("situations");
        if (situations == null) {
            return;
        }
        if (!situations.isArray()
                || situations.size() != guide.item().situations().size()) {
            findings.add(
                    Rule.QUESTION_UNREADABLE,
                    "/situations",
                    "有的情形缺少key或选项，或者key重复。",
                    "A situation lacks its key or its options, or a key comes twice.");
            return;
        }
        ConditionCheck conditions = new ConditionCheck(guide, findings);
        for (int i = 0; i < situations.size(); i++) {
            String pointer = Pointer.of("situations", i);
            Situation situation = guide.item().situations().get(i);
            Shape.unknown(situations.get(i), FIELDS, pointer, findings);
            if (new Fields(situations.get(i)).text("ask") == null) {
                findings.add(Rule.QUESTION_UNREADABLE, pointer + "/ask", "问题没有文字。", "The question has no wording.");
            }
            conditions.check(situations.get(i).get("when"), situation.when(), pointer);
            options(situation, situations.get(i), pointer, findings);
            difference(guide.consequences(), situation, pointer, findings);
        }
    }

    private static void options(Situation situation, JsonNode question, String pointer, Findings findings) {
        Set<String> values = new HashSet<>();
        List<Situation.Option> options = situation.options();
        if (question.get("options").size() != options.size()) {
            findings.add(Rule.QUESTION_UNREADABLE, pointer + "/options", "有的选项没有value。", "An option has no value.");
        }
        for (int i = 0; i < options.size(); i++) {
            if (!values.add(options.get(i).value())) {
                findings.add(
                        Rule.OPTION_UNREACHABLE,
                        pointer + Pointer.of("options", i),
                        "选项“" + options.get(i).label() + "”的值重复，无法选到。",
                        "The value of the option \"" + options.get(i).label()
                                + "\" comes twice; nobody can choose it.");
            }
        }
    }

    private static void difference(Consequences consequences, Situation situation, String pointer, Findings findings) {
        if (!consequences.matters(situation.key())) {
            findings.add(
                    Rule.QUESTION_CHANGES_NOTHING,
                    pointer,
                    "无论怎样回答“" + situation.ask() + "”，清单都不变，因此不会询问。",
                    "Whatever is answered to \"" + situation.ask() + "\", the list is the same; it is never asked.");
            return;
        }
        if (!consequences.canBeAsked(situation.key())) {
            findings.add(
                    Rule.QUESTION_UNREACHABLE,
                    pointer,
                    "没有任何回答会引出问题“" + situation.ask() + "”。",
                    "No answers lead to the question \"" + situation.ask() + "\".");
        }
        Map<String, String> same = consequences.sameAsAnEarlier(situation.key());
        for (int i = 0; i < situation.options().size(); i++) {
            String label = situation.options().get(i).label();
            String other = same.get(situation.options().get(i).value());
            if (other != null) {
                findings.add(
                        Rule.OPTION_CHANGES_NOTHING,
                        pointer + Pointer.of("options", i),
                        "选项“" + label + "”与“" + other + "”的结果相同。",
                        "The option \"" + label + "\" comes out the same as \"" + other + "\".");
            }
        }
    }
}
