package org.tongban.catalog.importing;

import java.util.List;
import java.util.Optional;
import org.tongban.catalog.guide.Pointer;
import org.tongban.catalog.item.Fee;
import org.tongban.catalog.item.Fields;
import org.tongban.catalog.item.ItemReader;

/** Fees need an amount that can be read, and a legal basis. */
final class FeeCheck {
    private FeeCheck() {}

    static void check(Fields item, Findings findings) {
        Optional<Fields> stated = item.object("fee");
        Fee fee = ItemReader.read(item.node()).fee();
        if (stated.isPresent() && fee == null) {
            findings.flag("fee-unreadable", "/fee/charged", "须说明是否收费。", "It must say whether something is charged.");
        }
        List<Fee.Line> lines = fee == null ? List.of() : fee.items();
        for (int i = 0; i < lines.size(); i++) {
            String pointer = Pointer.of("fee", "items", i);
            if (lines.get(i).amount() == null) {
                findings.flag("fee-unreadable", pointer + "/amount", "收费金额不明。", "The amount cannot be read.");
            }
            if (lines.get(i).basis() == null) {
                findings.flag("fee-basis-missing", pointer + "/basis", "收费没有依据。", "The fee has no basis.");
            }
        }
    }
}
