package org.tongban.catalog.item;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** Who has written in a draft does not publish it: 双人原则. */
final class TwoPersonRule extends Refusal {
    private static final ProblemType TYPE = new ProblemType(
            "two-person-rule", 422, "发布须由另一人核准（双人原则）", "Publication takes a second person (two-person rule)");

    TwoPersonRule(String item) {
        super(
                TYPE,
                "您参与起草了事项“" + item + "”的草稿，按双人原则须由没有参与起草的编辑发布。",
                "You have written in the draft of \"" + item
                        + "\"; by the two-person rule an editor who has not must publish it.");
    }
}
