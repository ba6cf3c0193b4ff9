package org.tongban.catalog.item;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How and where one applies and gets the result, as the guide states it.
 *
 * @param channels 窗口办理, 网上办理, 快递申请; empty where the guide does not say
 * @param address a local guide's own place
 * @param hours when that place is open, in the guide's words
 * @param delivery 现场领取, 邮寄; empty where the guide does not say
 */
public record Attendance(
        List<String> channels,
        @Nullable String address,
        @Nullable String hours,
        List<String> delivery) {
    private static final List<String> ONLINE = List.of("网上", "互联网", "移动端", "在线");

    public Attendance {
        channels = List.copyOf(channels);
        delivery = List.copyOf(delivery);
    }

    static Attendance read(Fields item) {
        Optional<Fields> place = item.object("place");
        return new Attendance(
                item.texts("channels"),
                place.map(stated -> stated.text("address")).orElse(null),
                place.map(stated -> stated.text("hours")).orElse(null),
                item.texts("delivery"));
    }

    /** Whether one can apply online; null where the guide names no channel. */
    public @Nullable Boolean online() {
        return channels.isEmpty()
                ? null
                : Boolean.valueOf(
                        channels.stream().anyMatch(channel -> ONLINE.stream().anyMatch(channel::contains)));
    }
}
