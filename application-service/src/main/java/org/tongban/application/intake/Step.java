package org.tongban.application.intake;

import static org.tongban.application.intake.Stage.ACCEPTED;
import static org.tongban.application.intake.Stage.CORRECTION_REQUESTED;
import static org.tongban.application.intake.Stage.DELIVERED;
import static org.tongban.application.intake.Stage.GRANTED;
import static org.tongban.application.intake.Stage.NOT_ACCEPTED;
import static org.tongban.application.intake.Stage.NOT_REQUIRED;
import static org.tongban.application.intake.Stage.REFUSED;
import static org.tongban.application.intake.Stage.SUBMITTED;
import static org.tongban.application.intake.Stage.SUSPENDED;
import static org.tongban.application.intake.Stage.TERMINATED;
import static org.tongban.application.intake.Stage.WAITING;
import static org.tongban.application.intake.Stage.WITHDRAWN;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The one table of a case's steps (行政许可法 2019): what leads from where to where, and which event tells it.
 *
 * <p>The picture in {@code deploy/docs/case-steps.md} is drawn from it.
 */
public enum Step {
    RELEASE("转为已提交", "application.case-submitted.v1", SUBMITTED, WAITING),
    TERMINATION("终止", "application.case-terminated.v1", TERMINATED, WAITING),
    CLAIM("认领", "application.case-claimed.v1", null, SUBMITTED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED),
    /** also while a correction is awaited: the department may find that nothing was missing */
    ACCEPTANCE("受理", "application.case-accepted.v1", ACCEPTED, SUBMITTED, CORRECTION_REQUESTED),
    NO_LICENCE_NEEDED("告知无需许可", "application.case-not-accepted.v1", NOT_REQUIRED, SUBMITTED, CORRECTION_REQUESTED),
    NON_ACCEPTANCE("不予受理", "application.case-not-accepted.v1", NOT_ACCEPTED, SUBMITTED, CORRECTION_REQUESTED),
    CORRECTION_NOTICE("告知补正", "application.correction-requested.v1", CORRECTION_REQUESTED, SUBMITTED),
    CORRECTION_ANSWER("补正", "application.correction-answered.v1", SUBMITTED, CORRECTION_REQUESTED),
    /** 容缺后补: what was to come later is there now */
    HAND_IN("补交材料", "application.correction-answered.v1", null, SUBMITTED, ACCEPTED, SUSPENDED),
    SUSPENSION("暂停计时", "application.case-suspended.v1", SUSPENDED, ACCEPTED),
    RESUMPTION("恢复计时", "application.case-resumed.v1", ACCEPTED, SUSPENDED),
    EXTENSION("延长期限", "application.case-extended.v1", null, ACCEPTED),
    GRANT("准予", "application.case-decided.v1", GRANTED, ACCEPTED),
    REFUSAL("不予", "application.case-decided.v1", REFUSED, ACCEPTED),
    DELIVERY("送达", "application.result-delivered.v1", DELIVERED, GRANTED, REFUSED),
    WITHDRAWAL(
            "撤回", "application.withdrawn.v1", WITHDRAWN, WAITING, SUBMITTED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED);

    private final String zh;
    private final String tells;
    private final @Nullable Stage to;

    @SuppressWarnings("ImmutableEnumChecker") // the list is made unmodifiable by the constructor
    private final List<Stage> from;

    Step(String zh, String tells, @Nullable Stage to, Stage first, Stage... others) {
        this.zh = zh;
        this.tells = tells;
        this.to = to;
        this.from = Stream.concat(Stream.of(first), Stream.of(others)).toList();
    }

    /** As people are told: {@code 受理}. */
    public String zh() {
        return zh;
    }

    /** The event's wire name. */
    public String tells() {
        return tells;
    }

    /** Where the step leads from there; empty when it does not begin there. */
    public Optional<Stage> from(Stage stage) {
        return from.contains(stage) ? Optional.of(to == null ? stage : to) : Optional.empty();
    }
}
