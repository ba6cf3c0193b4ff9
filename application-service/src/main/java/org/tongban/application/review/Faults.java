package org.tongban.application.review;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal.Fault;
import org.tongban.platform.problem.Said;

/** Gathers what is wrong with a request, so that all of it is said at once. */
final class Faults {
    static final int LONGEST_TEXT = 2000;

    private final List<Fault> faults = new ArrayList<>();

    Faults add(String pointer, String zh, String en) {
        faults.add(new Fault(pointer, new Said(zh, en)));
        return this;
    }

    /** Something must be there. */
    Faults present(String name, @Nullable Object value) {
        if (value == null) {
            add("/" + name, "请填写 " + name + "。", name + " is missing.");
        }
        return this;
    }

    /** Some words must be there. */
    Faults said(String name, @Nullable String text) {
        if (text == null || text.isBlank()) {
            add("/" + name, "请填写 " + name + "。", name + " is missing.");
        }
        return bounded(name, text);
    }

    /** What is said is not too long. */
    Faults bounded(String name, @Nullable String text) {
        if (text != null && text.length() > LONGEST_TEXT) {
            add("/" + name, name + " 不超过 2000 字。", name + " has up to 2000 characters.");
        }
        return this;
    }

    /** @throws NotAllowed when there is any */
    void refuse() {
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
    }
}
