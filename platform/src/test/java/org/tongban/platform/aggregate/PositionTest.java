package org.tongban.platform.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.bson.BsonDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.aggregate.Position.Gap;
import org.tongban.platform.aggregate.Position.Verdict;
import org.tongban.platform.event.Source;
import org.tongban.platform.event.UnreadableEvent;

final class PositionTest {
    private static final Source SOURCE = new Source("application");

    private final Position seven = new Position(7, List.of());

    @ParameterizedTest
    @ValueSource(longs = {10_008, 3_000_000, 2_000_000_000, Long.MAX_VALUE})
    void aNumberFarAheadIsNoNumber(long future) {
        assertThatThrownBy(() -> seven.on(future)).isInstanceOf(UnreadableEvent.class);
    }

    @Test
    void oneThatIsAheadWaits() {
        assertThat(seven.on(99)).isEqualTo(Verdict.PARK);
        assertThat(seven.on(10_007)).isEqualTo(Verdict.PARK);
    }

    @Test
    void howeverManyAreSkippedTheyAreOneRange() {
        Position skipped = seven.skippedTo(2_000_000_000);

        assertThat(skipped.skipped()).containsExactly(new Gap(8, 2_000_000_000));
        assertThat(skipped.on(1_000_000_000)).isEqualTo(Verdict.APPLY);
        assertThat(read(skipped)).isEqualTo(skipped);
    }

    @Test
    void whatComesLateIsTakenOutOfItsRange() {
        Position skipped = seven.skippedTo(12);

        assertThat(skipped.applied(10).skipped()).containsExactly(new Gap(8, 9), new Gap(11, 12));
        assertThat(skipped.applied(8).applied(12).skipped()).containsExactly(new Gap(9, 11));
        assertThat(skipped.applied(10).on(10)).isEqualTo(Verdict.DROP);
        assertThat(skipped.applied(10).last()).isEqualTo(12);
    }

    @Test
    void theOlderFormIsRead() {
        Position old = Position.of(
                BsonDocument.parse("{positions: {application: {last: {$numberLong: '9'}, skipped: "
                        + "[{$numberLong: '2'}, {$numberLong: '4'}, {$numberLong: '3'}, {$numberLong: '7'}]}}}"),
                SOURCE);

        assertThat(old).isEqualTo(new Position(9, List.of(new Gap(2, 4), new Gap(7, 7))));
    }

    @Test
    void thereIsAnEndToHowManyRangesAreKept() {
        Position position = seven;
        for (int i = 0; i < 3 * Position.MOST_GAPS; i++) {
            position = position.skippedTo(position.last() + 1).applied(position.last() + 2);
        }

        assertThat(position.skipped()).hasSize(Position.MOST_GAPS);
        assertThat(position.on(8)).isEqualTo(Verdict.DROP);
        assertThat(position.on(position.last() - 1)).isEqualTo(Verdict.APPLY);
    }

    private static Position read(Position position) {
        return Position.of(
                new BsonDocument(Layout.POSITIONS, new BsonDocument(SOURCE.name(), position.toBson())), SOURCE);
    }
}
