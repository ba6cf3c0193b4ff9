package org.tongban.catalog.register;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tongban.catalog.law.Law;
import org.tongban.catalog.page.Page;
import org.tongban.catalog.page.Paging;
import org.tongban.catalog.search.Cursor;
import org.tongban.catalog.search.Filters;
import org.tongban.catalog.search.Finding;
import org.tongban.catalog.search.Hits;
import org.tongban.catalog.search.ItemIndex;
import org.tongban.catalog.search.ItemSummary;
import org.tongban.catalog.text.ChineseText;

/** 法律依据: the laws that guides rest on, their articles, and which items rest on one. */
@RestController
@RequestMapping("/api/catalog/legal-bases")
final class LegalBasisResource {
    private final ItemIndex index;
    private final Finding finding;

    LegalBasisResource(ItemIndex index, Finding finding) {
        this.index = index;
        this.finding = finding;
    }

    /** A law by its short title, and how many items rest on it. */
    record CitedLaw(String law, int items) {}

    /** An article by its number, and how many items rest on it; a range that a guide cites counts for each article in it. */
    record CitedArticle(int article, int items) {}

    @GetMapping
    Page<CitedLaw> laws(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        String wanted = q == null ? "" : Law.cited(ChineseText.typed(q)).shortTitle();
        List<CitedLaw> laws = index.bases(Filters.NONE.in(division)).entrySet().stream()
                .filter(law -> law.getKey().contains(wanted))
                .map(law -> new CitedLaw(law.getKey(), law.getValue()))
                .toList();
        return Paging.slice(laws, cursor, most, CitedLaw::law);
    }

    @GetMapping("/articles")
    Page<CitedArticle> articles(
            @RequestParam String law,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "100") int limit) {
        int most = Paging.limit(limit);
        Map<String, Integer> counted = index.bases(Filters.NONE.restingOn(law, null));
        List<CitedArticle> articles = counted.entrySet().stream()
                .map(article -> new CitedArticle(Integer.parseInt(article.getKey()), article.getValue()))
                .sorted(Comparator.comparingInt(CitedArticle::article))
                .toList();
        return Paging.slice(articles, cursor, most, article -> Integer.toString(article.article()));
    }

    @GetMapping("/items")
    Page<ItemSummary> items(
            @RequestParam String law,
            @RequestParam(required = false) @Nullable String article,
            @RequestParam(required = false) @Nullable String division,
            @RequestParam(required = false) @Nullable String cursor,
            @RequestParam(defaultValue = "20") int limit) {
        Hits hits = finding.find(
                        null,
                        Filters.NONE.in(division).restingOn(law, article),
                        cursor == null ? null : Cursor.parse(cursor),
                        Paging.limit(limit))
                .hits();
        return new Page<>(hits.items(), hits.nextText());
    }
}
