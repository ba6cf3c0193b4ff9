package org.tongban.application.intake;

import java.util.EnumSet;
import java.util.Set;

/** Where a case stands. Which step leads from where to where is told by {@link Step}. */
public enum Stage {
    /** for a case before it */
    WAITING("等待前序办件"),
    SUBMITTED("已提交"),
    CORRECTION_REQUESTED("待补正"),
    ACCEPTED("已受理"),
    SUSPENDED("已暂停"),
    GRANTED("准予"),
    REFUSED("不予"),
    NOT_ACCEPTED("不予受理"),
    NOT_REQUIRED("无需许可"),
    WITHDRAWN("已撤回"),
    TERMINATED("已终止"),
    DELIVERED("已送达");

    private static final Set<Stage> OPEN = EnumSet.of(WAITING, SUBMITTED, CORRECTION_REQUESTED, ACCEPTED, SUSPENDED);

    private final String zh;

    Stage(String zh) {
        this.zh = zh;
    }

    /** As people are told: {@code 已受理}. */
    public String zh() {
        return zh;
    }

    /** Nothing is decided any more; delivery alone follows a decision. */
    public boolean isFinal() {
        return !OPEN.contains(this);
    }

    /** Somebody in the department has it on the desk. */
    public boolean isOnDesk() {
        return this != WAITING && !isFinal();
    }
}
