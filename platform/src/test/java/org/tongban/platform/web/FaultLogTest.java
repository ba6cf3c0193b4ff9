package org.tongban.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

final class FaultLogTest {
    private final Logger logger = (Logger) LoggerFactory.getLogger(FaultLogTest.class.getName());
    private final ListAppender<ILoggingEvent> said = new ListAppender<>();
    private final AtomicLong now = new AtomicLong();
    private final FaultLog faults = new FaultLog(logger, now::get);

    FaultLogTest() {
        logger.setAdditive(false);
        said.start();
        logger.addAppender(said);
    }

    @Test
    void aFaultOfOnePlaceIsWrittenOnceAMinuteAndTheOthersAreCounted() {
        for (int i = 0; i < 100; i++) {
            faults.tell("GET /a " + i, broken());
        }
        assertThat(said.list).hasSize(1);
        assertThat(said.list.get(0).getThrowableProxy()).isNotNull();

        now.addAndGet(Duration.ofMinutes(1).toNanos());
        faults.tell("GET /a again", broken());

        assertThat(said.list).hasSize(2);
        assertThat(said.list.get(1).getFormattedMessage())
                .isEqualTo("GET /a again failed, and 99 more at this place since");
    }

    @Test
    void aFaultOfAnotherPlaceOrKindIsWrittenAtOnce() {
        faults.tell("GET /a", broken());
        faults.tell("GET /b", new IllegalStateException("elsewhere"));
        faults.tell("GET /b", new IllegalArgumentException("another kind"));

        assertThat(said.list).hasSize(3);
    }

    private static RuntimeException broken() {
        return new IllegalStateException("the inside");
    }
}
