package org.tongban.application.clock;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Time that is not counted (行政许可法 45).
 *
 * <p>The day a stop begins still counts, the day it ends does not; a stop within one day takes nothing off.
 *
 * @param from the day it began
 * @param to the day it ended; null while it lasts
 * @param ground 听证 招标 拍卖 检验 检测 检疫 鉴定 专家评审, or a special procedure that the item's guide names
 * @param announced how long the applicant was told it would take
 */
public record Stop(LocalDate from, @Nullable LocalDate to, String ground, Term announced) {
    boolean covers(LocalDate day) {
        return day.isAfter(from) && (to == null || !day.isAfter(to));
    }

    Stop endedOn(LocalDate day) {
        return new Stop(from, day, ground, announced);
    }
}
