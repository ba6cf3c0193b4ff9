package org.tongban.tracking.rating;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.kit.Contracts;

final class RatedTest {
    @Test
    void writesTheAgreedShape() {
        Rated event = Rated.of(new TrackingCode("7KQ2M9XT04HBZR50"), 1, 5, Instant.parse("2026-11-25T02:11:09Z"));

        assertThat(Contracts.written(event)).isEqualTo(Contracts.sample(event.type()));
    }

    @Test
    void theBestScoreIsTheFirstGrade() {
        TrackingCode code = new TrackingCode("7KQ2M9XT04HBZR50");

        assertThat(Rated.of(code, 1, 1, Instant.EPOCH).grade()).isEqualTo(5);
        assertThat(Rated.of(code, 1, 4, Instant.EPOCH).grade()).isEqualTo(2);
    }
}
