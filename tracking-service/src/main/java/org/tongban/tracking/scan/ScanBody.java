package org.tongban.tracking.scan;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.code.InvalidTrackingCode;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.NotAllowed;
import org.tongban.platform.problem.Refusal;
import org.tongban.platform.problem.Said;
import org.tongban.platform.time.LegalZone;
import org.tongban.tracking.custody.RecordedScan;
import org.tongban.tracking.custody.ScanAction;

/** A scan as it is sent, before anybody looked whether it is one. */
record ScanBody(
        @Nullable String scanId,
        @Nullable String code,
        @Nullable ScanAction action,
        @Nullable String window,
        @Nullable Instant occurredAt,
        @Nullable List<RecordedScan.@Nullable Item> items) {
    private static final Pattern UUID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");
    private static final Pattern WINDOW = Pattern.compile("[\\p{L}\\p{N}_-]{1,32}");
    private static final Pattern RID = Pattern.compile("[A-Za-z0-9._-]{1,64}");
    private static final int MOST_ITEMS = 200;

    /** What a scanner kept longer than this while it was offline is no scan any more. */
    private static final Duration OLDEST = Duration.ofDays(30);

    /**
     * @param now when it came
     * @throws NotAllowed naming everything that is missing or wrong
     */
    Scan read(Instant now) {
        List<Refusal.Fault> faults = new ArrayList<>();
        if (scanId == null || !UUID.matcher(scanId).matches()) {
            fault(faults, "/scanId", "scanId 须为扫码设备生成的 UUID。", "scanId is a UUID made by the scanner.");
        }
        TrackingCode tracked = tracked(faults);
        if (action == null) {
            fault(faults, "/action", "请说明扫码动作。", "Say what was done: action is missing.");
        }
        if (occurredAt == null) {
            fault(faults, "/occurredAt", "请说明发生时间。", "Say when it happened: occurredAt is missing.");
        } else if (isBeyondReason(occurredAt, now)) {
            fault(
                    faults,
                    "/occurredAt",
                    "occurredAt 距今超过 30 天或晚于明年：请检查扫码设备的时钟。",
                    "occurredAt lies more than 30 days back or after next year: check the scanner's clock.");
        }
        if (window != null && !WINDOW.matcher(window).matches()) {
            fault(faults, "/window", "window 须为窗口编号，例如 W03。", "window is a window's number, such as W03.");
        }
        if (items != null && !areItems(items)) {
            fault(
                    faults,
                    "/items",
                    "items 须为 {\"rid\": …} 的列表，至多 200 项。",
                    "items is a list of {\"rid\": …}, 200 at most.");
        }
        if (!faults.isEmpty()) {
            throw new NotAllowed(faults);
        }
        return new Scan(
                Objects.requireNonNull(scanId).toLowerCase(java.util.Locale.ROOT),
                Objects.requireNonNull(tracked),
                Objects.requireNonNull(action),
                window,
                Objects.requireNonNull(occurredAt),
                items == null
                        ? List.of()
                        : items.stream().map(Objects::requireNonNull).toList());
    }

    private static boolean isBeyondReason(Instant at, Instant now) {
        int lastYear = LegalZone.dateOf(now).getYear() + 1;
        return at.isBefore(now.minus(OLDEST))
                || !at.isBefore(LegalZone.startOf(LocalDate.of(lastYear + 1, Month.JANUARY, 1)));
    }

    private @Nullable TrackingCode tracked(List<Refusal.Fault> faults) {
        try {
            return TrackingCode.parse(code == null ? "" : code);
        } catch (InvalidTrackingCode e) {
            if (e.reason() == InvalidTrackingCode.Reason.CHECK_CHARACTER) {
                fault(
                        faults,
                        "/code",
                        "编码的校验位不符，可能有字符输错。",
                        "The check character of this code does not fit: a character is probably mistyped.");
            } else {
                fault(
                        faults,
                        "/code",
                        "编码应为 16 位数字和字母，例如 7KQ2-M9XT-04HB-ZR50。",
                        "A code has 16 digits and letters, such as 7KQ2-M9XT-04HB-ZR50.");
            }
            return null;
        }
    }

    private static boolean areItems(List<RecordedScan.@Nullable Item> items) {
        return items.size() <= MOST_ITEMS
                && items.stream()
                        .allMatch(item -> item != null
                                && item.rid() != null
                                && RID.matcher(item.rid()).matches());
    }

    private static void fault(List<Refusal.Fault> faults, String pointer, String zh, String en) {
        faults.add(new Refusal.Fault(pointer, new Said(zh, en)));
    }
}
