package org.tongban.platform.idempotency;

import org.tongban.platform.problem.ProblemType;
import org.tongban.platform.problem.Refusal;

/** The same Idempotency-Key came with another body (422). */
public final class KeyReused extends Refusal {
    private static final ProblemType TYPE =
            new ProblemType("key-reused", 422, "幂等键已用于其他内容", "The key was used for something else");

    public KeyReused() {
        super(
                TYPE,
                "这个 Idempotency-Key 已用于内容不同的请求，请换一个新的键。",
                "This Idempotency-Key was used with another body; choose a new key.");
    }
}
