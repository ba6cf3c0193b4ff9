package org.tongban.tracking.view;

import static java.util.Map.entry;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.event.ForeignWord;
import org.tongban.platform.problem.Said;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.ExpectedPaper;
import org.tongban.tracking.timeline.Standing;

/** Puts an entry's facts into the places of a sentence, in both languages. */
final class Words {
    private static final Pattern PLACE = Pattern.compile("\\{(\\w+)}");

    private static final Map<String, Said> WORDS = Map.ofEntries(
            word("outcome.GRANTED", "准予许可", "granted"),
            word("outcome.REFUSED", "不予许可", "refused"),
            word("kind.NOT_REQUIRED", "无需许可", "no permit is needed"),
            word("kind.NOT_OURS", "不予受理，不属于本机关职权", "not accepted, another body is in charge"),
            word("kind.INCOMPLETE", "不予受理，材料不全", "not accepted, papers are missing"),
            word("method.COUNTER", "窗口领取", "at the counter"),
            word("method.POST", "邮寄", "by post"),
            word("method.ELECTRONIC", "电子送达", "electronically"),
            word("light.GREEN", "绿", "green"),
            word("light.YELLOW", "黄", "yellow"),
            word("light.RED", "红", "red"),
            word("custody.EXPECTED", "待提交原件", "the original is expected"),
            word("custody.HELD", "原件由窗口保管", "the original is with the counter"),
            word("custody.RETURNED", "原件已退还", "the original was given back"),
            word("action.ARRIVED", "申请人已到场", "the applicant arrived"),
            word("action.ORIGINALS_RECEIVED", "已收取原件", "originals received"),
            word("action.ORIGINALS_VERIFIED", "已核验原件", "originals verified"),
            word("action.HANDED_OVER", "已转交", "handed over"),
            word("action.ORIGINALS_RETURNED", "已退还原件", "originals given back"),
            word("action.RESULT_COLLECTED", "结果已领取", "the result was collected"),
            word("action.POSTED", "结果已寄出", "the result was posted"),
            word("reason.NOT_EXPECTED", "不在待收之列", "it was not expected"),
            word("reason.HELD_ALREADY", "此前已收取", "it was here already"),
            word("reason.NOT_HELD", "此前未收取", "it was not here"),
            word(
                    "reason.OTHER_DIVISION",
                    "在其他地区的窗口，且未转交该处",
                    "at a counter elsewhere, to which it was not handed over"));

    /** Words out of a list, which a newer teller may have made longer; all others stand for themselves. */
    private static final Set<String> LISTED = WORDS.keySet().stream()
            .map(key -> key.substring(0, key.indexOf('.')))
            .collect(Collectors.toSet());

    private final Entry entry;
    private final Facts facts;
    private final Standing standing;

    Words(Entry entry, Facts facts, Standing standing) {
        this.entry = entry;
        this.facts = facts;
        this.standing = standing;
    }

    /** @return null when the facts lack a word that the sentence needs */
    @Nullable
    Said into(Said template) {
        String zh = into(template.zh(), true);
        String en = into(template.en(), false);
        return zh == null || en == null ? null : new Said(zh, en);
    }

    private @Nullable String into(String template, boolean zh) {
        Matcher places = PLACE.matcher(template);
        StringBuilder sentence = new StringBuilder();
        while (places.find()) {
            String word = word(places.group(1), zh);
            if (word == null || word.isEmpty()) {
                return null;
            }
            places.appendReplacement(sentence, Matcher.quoteReplacement(word));
        }
        return places.appendTail(sentence).toString();
    }

    private @Nullable String word(String name, boolean zh) {
        return switch (name) {
            case "case" -> aboutCase(zh);
            case "cases" -> Integer.toString(facts.count("cases"));
            case "papers" -> papers(zh);
            case "due" -> facts.due();
            default -> {
                String value = facts.text(name);
                Said known = WORDS.get(name + "." + value);
                yield known != null
                        ? (zh ? known.zh() : known.en())
                        : value != null && LISTED.contains(name) ? other(value, zh) : value;
            }
        };
    }

    private static String other(String value, boolean zh) {
        String shown = ForeignWord.shown(value);
        return zh ? "其他（" + shown + "）" : "other (" + shown + ")";
    }

    private String aboutCase(boolean zh) {
        Integer no = entry.caseNo();
        String name =
                no == null ? "" : standing.caseNo(no).map(CaseStanding::name).orElse("");
        if (!name.isEmpty()) {
            return name;
        }
        return zh ? "第 " + no + " 项" : "Case " + no;
    }

    private String papers(boolean zh) {
        List<String> rids = facts.rids();
        return standing.expected().stream()
                .filter(paper -> rids.contains(paper.rid()))
                .map(ExpectedPaper::name)
                .collect(Collectors.joining(zh ? "、" : ", "));
    }

    private static Map.Entry<String, Said> word(String key, String zh, String en) {
        return entry(key, new Said(zh, en));
    }
}
