package org.tongban.application.review;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Correction;
import org.tongban.application.intake.Desk;
import org.tongban.application.intake.Turn;
import org.tongban.platform.aggregate.Decision;

/**
 * A correction notice as a staff member sends it.
 *
 * @param failing everything that has to be put right
 */
record Notice(@Nullable List<Asked> failing) {
    private static final int MOST = 200;

    /**
     * Something that does not do.
     *
     * @param rid a line of the frozen list
     * @param reason why it does not do
     * @param name something new, which nobody may ask for
     */
    record Asked(
            @Nullable String rid,
            @Nullable String reason,
            @Nullable String name) {}

    /** @throws org.tongban.platform.problem.NotAllowed when it says nothing, or says it badly */
    List<Asked> checked() {
        Faults faults = new Faults();
        List<Asked> asked = failing == null ? List.of() : failing;
        if (asked.isEmpty() || asked.size() > MOST) {
            faults.add("/failing", "请列出 1 至 200 项需要补正的材料。", "Name 1 to 200 things to put right.");
        }
        Set<String> rids = new HashSet<>();
        for (int i = 0; i < asked.size() && i < MOST; i++) {
            check(asked.get(i), "failing/" + i, faults, rids);
        }
        faults.refuse();
        return asked;
    }

    private static void check(@Nullable Asked asked, String at, Faults faults, Set<String> rids) {
        if (asked == null || (asked.rid() == null) == (asked.name() == null)) {
            faults.add("/" + at, "每项须有 rid 或 name 之一。", "Each has either a rid or a name.");
        } else if (asked.rid() != null) {
            faults.said(at + "/reason", asked.reason());
            if (!rids.add(asked.rid())) {
                faults.add("/" + at + "/rid", "此材料重复出现。", "This line is named twice.");
            }
        } else {
            faults.said(at + "/name", asked.name());
        }
    }

    /** The notice, or its refusal: that too leaves a trace, in whatever stage the case is. */
    static Decision<Application> decide(Turn turn, List<Asked> asked) {
        Desk desk = new Desk(turn);
        Demand demand = demand(asked);
        Optional<BeyondList> beyond = demand.beyond(desk::isOnList);
        if (beyond.isPresent()) {
            return demand.refused(desk, beyond.get());
        }
        if (desk.isAccepted()) {
            return demand.refused(desk, Desk.alreadyAccepted());
        }
        return Reviews.answered(
                desk.requestCorrection(failing(asked)), turn.subject().no());
    }

    static Demand demand(List<Asked> asked) {
        List<Demand.Piece> pieces = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            String rid = asked.get(i).rid();
            pieces.add(new Demand.Piece("/failing/" + i + (rid == null ? "/name" : "/rid"), rid));
        }
        return new Demand(pieces);
    }

    private static List<Correction.Failing> failing(List<Asked> asked) {
        List<Correction.Failing> failing = new ArrayList<>();
        for (Asked each : asked) {
            if (each.rid() != null && each.reason() != null) {
                failing.add(new Correction.Failing(each.rid(), each.reason()));
            }
        }
        return failing;
    }
}
