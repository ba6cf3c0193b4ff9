package org.tongban.platform.event;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class ForeignWordTest {
    @Test
    void aWordIsShownAsItCame() {
        assertThat(ForeignWord.shown("ON_HOLD")).isEqualTo("ON_HOLD");
        assertThat(ForeignWord.shown("听证中")).isEqualTo("听证中");
    }

    @Test
    void whatCannotBeSeenIsLeftOut() {
        assertThat(ForeignWord.shown("ON\u202E_\u200BHO\nLD\u0000")).isEqualTo("ON_HOLD");
    }

    @Test
    void aLongOneIsCutBetweenCharacters() {
        assertThat(ForeignWord.shown("𠅤".repeat(1_000)).codePoints()).hasSize(ForeignWord.LONGEST);
    }
}
