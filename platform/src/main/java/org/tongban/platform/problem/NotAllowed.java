package org.tongban.platform.problem;

import java.util.List;

/** Understood, but the rules do not allow it (422), with every fault named by its JSON pointer. */
public final class NotAllowed extends Refusal {
    private static final ProblemType TYPE = new ProblemType("not-allowed", 422, "内容不符合规则", "The content breaks a rule");

    public NotAllowed(String pointer, String zh, String en) {
        this(List.of(new Fault(pointer, new Said(zh, en))));
    }

    /** @param faults one or more; the first one's sentence becomes the detail */
    public NotAllowed(List<Fault> faults) {
        super(TYPE, faults.get(0).said().zh(), faults.get(0).said().en());
        faults.forEach(
                fault -> at(fault.pointer(), fault.said().zh(), fault.said().en()));
    }
}
