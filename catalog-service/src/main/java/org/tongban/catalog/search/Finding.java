package org.tongban.catalog.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tongban.catalog.bundle.Bundle;
import org.tongban.catalog.reference.References;
import org.tongban.catalog.text.ChineseText;
import org.tongban.catalog.wording.Understanding;
import org.tongban.platform.problem.BadInput;

/** Understands a question and answers what fits, or else what is near. */
@Component
public final class Finding {
    static final int LONGEST_TEXT = 200;
    private static final int SOME = 5;
    /** Characters that are no text find nothing rather than everything. */
    private static final String NOTHING_VISIBLE = "-";

    private final ItemIndex index;
    private final References references;

    Finding(ItemIndex index, References references) {
        this.index = index;
        this.references = references;
    }

    /**
     * What was found.
     *
     * @param understoodAs official names that were looked for besides the words as they stand
     * @param near what is near, when nothing fits; null otherwise
     */
    public record Found(
            Hits hits,
            List<Bundle> bundles,
            List<String> understoodAs,
            @Nullable Near near) {
        public Found {
            bundles = List.copyOf(bundles);
            understoodAs = List.copyOf(understoodAs);
        }
    }

    /** Items that are near, and why they were not found. */
    public record Near(Why why, List<ItemSummary> items) {
        public Near {
            items = List.copyOf(items);
        }
    }

    /** Why something was not found that is near. */
    public enum Why {
        /** It fits the text, not the filters. */
        OUTSIDE_THE_FILTERS,
        /** It has only something of the text. */
        ALIKE
    }

    /** @throws BadInput for a text that is too long */
    public Found find(@Nullable String q, Filters filters, @Nullable Cursor cursor, int limit) {
        String typed = q == null || q.isBlank() ? null : ChineseText.typed(checked(q));
        Understanding understood = typed == null
                ? Understanding.NOTHING
                : references.now().phrasebook().understand(typed.isEmpty() ? NOTHING_VISIBLE : typed);
        ItemQuery wanted = new ItemQuery(understood.readings(), filters, cursor, limit);
        Hits hits = index.search(wanted);
        List<Bundle> bundles = BundleFinder.find(references.now().bundles(), understood);
        boolean nothing = hits.items().isEmpty()
                && cursor == null
                && !understood.readings().isEmpty();
        return new Found(hits, bundles, understood.means(), nothing ? near(wanted) : null);
    }

    static String checked(String q) {
        if (q.length() > LONGEST_TEXT) {
            throw new BadInput("/q", "q最多" + LONGEST_TEXT + "个字符。", "q takes at most " + LONGEST_TEXT + " characters.");
        }
        return q;
    }

    private Near near(ItemQuery wanted) {
        ItemQuery everywhere = new ItemQuery(wanted.readings(), Filters.NONE, null, SOME);
        if (wanted.filters().narrow()) {
            List<ItemSummary> outside = index.search(everywhere).items();
            if (!outside.isEmpty()) {
                return new Near(Why.OUTSIDE_THE_FILTERS, outside);
            }
        }
        List<ItemSummary> alike = index.near(new ItemQuery(wanted.readings(), wanted.filters(), null, SOME))
                .items();
        return new Near(Why.ALIKE, alike.isEmpty() ? index.near(everywhere).items() : alike);
    }
}
