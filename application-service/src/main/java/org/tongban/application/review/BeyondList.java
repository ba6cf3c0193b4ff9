package org.tongban.application.review;

import java.util.List;
import java.util.stream.Stream;
import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** A request for what the frozen list does not hold for this item (422); it is recorded. */
final class BeyondList extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("beyond-list", 422, "不得要求清单以外的材料", "Nothing beyond the list may be asked for");

    /** @param pointers where the request asks for it */
    BeyondList(List<String> pointers) {
        super(
                TYPE,
                "只能就清单中本事项的材料要求补正；此次要求已被拒绝并记录。",
                "Corrections can only concern what the frozen list asks for this item; this request was refused and recorded.");
        Stream.ofNullable(pointers)
                .flatMap(List::stream)
                .forEach(pointer -> at(pointer, "清单中本事项没有这份材料。", "The list does not ask for this with this item."));
    }
}
