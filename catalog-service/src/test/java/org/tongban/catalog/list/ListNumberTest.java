package org.tongban.catalog.list;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.problem.NotFound;

final class ListNumberTest {
    @ParameterizedTest
    @ValueSource(strings = {"L-511602-20261122-7KQ2M9XT", "L-511602-20261122-7KQ2M9XT04HB"})
    void listsOfBothLengthsAreRead(String number) {
        assertThat(ListNumber.parse(" " + number.toLowerCase(java.util.Locale.ROOT)))
                .isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"L-511602-20261122-7KQ2M9XT0", "L-511602-20261122-7KQ2M9XT04HBZ", "L-511602-20261122-7KQ2M9X"})
    void anyOtherIsNone(String number) {
        assertThatThrownBy(() -> ListNumber.parse(number)).isInstanceOf(NotFound.class);
    }
}
