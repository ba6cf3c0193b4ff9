package org.tongban.catalog.printing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.tongban.platform.problem.Busy;

/** The presses, of which there is one here. */
class PrintingTest {
    private static final String HTML = "<html><head><style>\n/*faces*/\n</style></head><body>清单</body></html>";

    private final Printing printing = new Printing(new PrintProperties(null, 1, Duration.ofMillis(1)));

    @Test
    void whoFindsNoPressFreeIsToldSoAndLaterServed() {
        byte[] done = printing.atAPress(() -> {
            assertThatThrownBy(() -> printing.page(HTML)).isInstanceOf(Busy.class);
            assertThatThrownBy(() -> printing.pdf(HTML)).isInstanceOf(Busy.class);
            return new byte[] {1};
        });

        assertThat(done).containsExactly(1);
        assertThat(new String(printing.page(HTML), StandardCharsets.UTF_8)).contains("@font-face", "清单");
        assertThat(printing.pdf(HTML)).startsWith('%', 'P', 'D', 'F');
    }

    @Test
    void aPrintThatFailsLeavesThePressFree() {
        assertThatThrownBy(() -> printing.atAPress(() -> {
                    throw new IllegalStateException("paper jam");
                }))
                .hasMessage("paper jam");

        assertThat(printing.page(HTML)).isNotEmpty();
    }
}
