package org.tongban.application.clock;

import java.time.LocalDate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When a case falls due and when its light changes; legal days in Asia/Shanghai.
 *
 * @param statutory null where no law sets a limit
 * @param promised null where nothing is promised
 * @param provisional whether a year without a holiday notice was counted over
 * @param yellowOn the first day on which the light is yellow; null without a limit
 * @param redOn the first day past the earlier limit; null without a limit
 */
public record Deadlines(
        @Nullable LocalDate statutory,
        @Nullable LocalDate promised,
        boolean provisional,
        @Nullable LocalDate yellowOn,
        @Nullable LocalDate redOn) {
    /** The limit that falls due first; null where there is none. */
    public @Nullable LocalDate first() {
        return Stream.of(statutory, promised)
                .flatMap(Stream::ofNullable)
                .min(LocalDate::compareTo)
                .orElse(null);
    }

    public Light light(LocalDate today) {
        if (redOn != null && !today.isBefore(redOn)) {
            return Light.RED;
        }
        return yellowOn != null && !today.isBefore(yellowOn) ? Light.YELLOW : Light.GREEN;
    }
}
