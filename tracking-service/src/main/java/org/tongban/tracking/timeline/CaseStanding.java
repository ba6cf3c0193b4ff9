package org.tongban.tracking.timeline;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How one case stands.
 *
 * @param caseNo its number within the application, from 1
 * @param item the key of the service item
 * @param name the item's name, {@code 食品经营许可（新办）}
 * @param department as the items spell it, {@code 市场监管}
 * @param after the cases it waits for
 * @param stageWord the stage as it was told, while it is {@link Stage#OTHER}; else null
 * @param outcome set by the decision alone
 * @param outcomeWord the outcome as it was told, while it is {@link Outcome#OTHER}; else null
 * @param due the earlier of the statutory and the promised day
 * @param yellowOn the first day on which its light is yellow; null without a limit
 * @param redOn the first day on which its light is red; null without a limit
 * @param stoppedOn the day on which its clock was stopped, while it is
 */
public record CaseStanding(
        int caseNo,
        String item,
        String name,
        String department,
        Stage stage,
        @Nullable String stageWord,
        List<Integer> after,
        @Nullable Outcome outcome,
        @Nullable String outcomeWord,
        @Nullable LocalDate due,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn,
        @Nullable LocalDate stoppedOn) {
    public CaseStanding {
        after = after == null ? List.of() : List.copyOf(after);
        // what an older version of this service did not know may be known by now
        stage = stage == Stage.OTHER && stageWord != null ? Stage.ofWord(stageWord) : stage;
        stageWord = stage == Stage.OTHER ? stageWord : null;
        outcome = outcome == Outcome.OTHER && outcomeWord != null ? Outcome.ofWord(outcomeWord) : outcome;
        outcomeWord = outcome == Outcome.OTHER ? outcomeWord : null;
    }

    public PublicStatus status() {
        return stage.publicly(outcome);
    }

    /** The light on that day; none before acceptance or after the end. A stopped clock holds it. */
    public @Nullable Light light(LocalDate today) {
        if (!stage.isRunning()) {
            return null;
        }
        LocalDate day = stoppedOn != null && stoppedOn.isBefore(today) ? stoppedOn : today;
        if (redOn != null && !day.isBefore(redOn)) {
            return Light.RED;
        }
        return yellowOn != null && !day.isBefore(yellowOn) ? Light.YELLOW : Light.GREEN;
    }

    public boolean isDecidedAndNotDelivered() {
        return outcome != null && stage != Stage.DELIVERED;
    }
}
