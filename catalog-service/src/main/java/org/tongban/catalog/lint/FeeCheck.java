package org.tongban.catalog.lint;

import java.util.List;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fee;

/** Fees need an amount that can be read, and a legal basis. */
final class FeeCheck implements GuideLint.Check {

    @Override
    public void check(Guide guide, Findings findings) {
        Fee fee = guide.item().fee();
        if (fee == null) {
            if (guide.fields().object("fee").isPresent()) {
                findings.add(
                        Rule.FEE_UNREADABLE, "/fee/charged", "须说明是否收费。", "It must say whether something is charged.");
            }
            return;
        }
        List<Fee.Line> lines = fee.items();
        if (fee.charged() == lines.isEmpty()) {
            findings.add(
                    Rule.FEE_UNREADABLE,
                    "/fee/items",
                    "是否收费与收费项目不一致。",
                    "Whether something is charged and what is charged contradict each other.");
        }
        for (int i = 0; i < lines.size(); i++) {
            String pointer = Pointer.of("fee", "items", i);
            if (lines.get(i).amount() == null) {
                findings.add(Rule.FEE_UNREADABLE, pointer + "/amount", "收费金额不明。", "The amount cannot be read.");
            }
            if (lines.get(i).basis() == null) {
                findings.add(Rule.FEE_BASIS_MISSING, pointer + "/basis", "收费没有依据。", "The fee has no basis.");
            }
        }
    }
}
