package org.tongban.catalog.lint;

import java.util.List;
import java.util.Optional;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fields;

/** What the item rests on: law and article. */
final class BasisCheck implements GuideLint.Check {

    @Override
    public void check(Guide guide, Findings findings) {
        List<Fields> all = guide.fields().objects("legalBasis", Optional::of);
        if (all.isEmpty()) {
            findings.add(Rule.LEGAL_BASIS_MISSING, "/legalBasis", "没有法律依据。", "There is no legal basis.");
        }
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).text("law") == null) {
                findings.add(
                        Rule.LEGAL_BASIS_MISSING,
                        Pointer.of("legalBasis", i, "law"),
                        "法律依据没有写明法律名称。",
                        "The legal basis names no law.");
            } else if (all.get(i).text("article") == null) {
                findings.add(
                        Rule.ARTICLE_MISSING,
                        Pointer.of("legalBasis", i, "article"),
                        "法律依据没有写明条款。",
                        "The legal basis names no article.");
            }
        }
    }
}
