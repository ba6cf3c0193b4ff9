package org.tongban.catalog.document;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tongban.catalog.document.Match.By;

/** Matches the wording of a line that nobody has read yet to a document kind, by name, by alias or by rule. */
final class Matching {
    private static final String SURE = "sure";
    private static final String LIKELY = "likely";
    private static final String APPLICANT = "applicant";
    /** What stands in brackets explains, unless it offers another paper. */
    private static final Pattern ASIDE = Pattern.compile("[（(][^（）()或]*[）)]");

    private static final Pattern TAIL = Pattern.compile("(及其?|和|或者?)?(原件|复印件|扫描件)((及|和|或者?)(原件|复印件|扫描件))?$");
    /** What the applicant fills in or writes for one line only. */
    private static final Pattern FORM =
            Pattern.compile("(申请|登记|申报|审批|备案|信息|情况|告知|推荐|汇总)[^、，]{0,6}(表|书|单)$|(申请|承诺|保证|声明|委托)书$|[^、，]{2,}(申请|报告)表$");
    /** Whose paper it is, by how a wording begins. */
    private static final Map<String, String> HOLDERS = holders();

    private final Map<String, DocumentKind> byName = new HashMap<>();
    private final Map<String, DocumentKind> byAlias = new HashMap<>();
    /** The holder that a kind has in what was read, the most frequent first. */
    private final Map<String, List<String>> usual;

    Matching(Collection<DocumentKind> kinds, Collection<Reading> readings) {
        for (DocumentKind kind : kinds) {
            byName.putIfAbsent(bare(kind.name()), kind);
            kind.aliases().forEach(alias -> byAlias.putIfAbsent(bare(alias), kind));
        }
        Map<String, Map<String, Long>> counts = readings.stream()
                .flatMap(reading -> reading.all().stream().flatMap(List::stream))
                .collect(Collectors.groupingBy(
                        Paper::kind, Collectors.groupingBy(Paper::holder, Collectors.counting())));
        usual = counts.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, each -> byCount(each.getValue())));
    }

    /** Names no kind unless one fits the whole wording. */
    Optional<Match> match(String item, int no, String name) {
        String wording = bare(name);
        if (byName.containsKey(wording)) {
            return Optional.of(match(byName.get(wording), By.NAME, null));
        }
        if (byAlias.containsKey(wording)) {
            return Optional.of(match(byAlias.get(wording), By.ALIAS, null));
        }
        for (Map.Entry<String, String> holder : HOLDERS.entrySet()) {
            if (wording.startsWith(holder.getKey())) {
                String rest = wording.substring(holder.getKey().length()).replaceFirst("^的", "");
                DocumentKind kind = byName.getOrDefault(rest, byAlias.get(rest));
                if (kind != null) {
                    return Optional.of(match(kind, byName.containsKey(rest) ? By.NAME : By.ALIAS, holder.getValue()));
                }
            }
        }
        return FORM.matcher(wording).find()
                ? Optional.of(new Match(reading("form:" + item + "#" + no, APPLICANT, LIKELY), By.RULE))
                : Optional.empty();
    }

    /** Sure only where the wording names the holder, or the kind has had one holder only. */
    private Match match(DocumentKind kind, By by, @Nullable String holder) {
        List<String> holders = usual.getOrDefault(kind.key(), List.of());
        String whose = holder != null ? holder : holders.isEmpty() ? APPLICANT : holders.get(0);
        return new Match(reading(kind.key(), whose, holder != null || holders.size() == 1 ? SURE : LIKELY), by);
    }

    private static Reading reading(String kind, String holder, String confidence) {
        return new Reading(List.of(List.of(new Paper(kind, holder))), confidence, null);
    }

    private static List<String> byCount(Map<String, Long> counts) {
        return counts.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
    }

    /** The wording without asides, punctuation, and whether original or copy. */
    private static String bare(String name) {
        String plain = ASIDE.matcher(name).replaceAll("").replaceAll("[\\s\\p{Punct}\\p{IsPunctuation}]", "");
        return TAIL.matcher(plain).replaceAll("");
    }

    private static Map<String, String> holders() {
        Map<String, String> holders = new LinkedHashMap<>();
        holders.put("法定代表人", "legal-representative");
        holders.put("代理人", "agent");
        holders.put("受托人", "agent");
        holders.put("被委托人", "agent");
        holders.put("委托代理人", "agent");
        holders.put("经办人", "handler");
        holders.put("监护人", "guardian");
        holders.put("配偶", "spouse");
        holders.put("父母", "parent");
        holders.put("父亲", "father");
        holders.put("母亲", "mother");
        holders.put("子女", "child");
        holders.put("新生儿", "child");
        holders.put("死者", "deceased");
        holders.put("继承人", "heir");
        holders.put("申请人", APPLICANT);
        holders.put("本人", APPLICANT);
        return holders;
    }
}
