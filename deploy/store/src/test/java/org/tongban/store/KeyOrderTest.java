package org.tongban.store;

import static org.assertj.core.api.Assertions.assertThat;

import de.bwaldvogel.mongo.bson.BinData;
import de.bwaldvogel.mongo.bson.Document;
import de.bwaldvogel.mongo.bson.MaxKey;
import de.bwaldvogel.mongo.bson.MinKey;
import de.bwaldvogel.mongo.bson.ObjectId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeyOrderTest {

    /** In MongoDB's order. */
    private static final List<Object> RISING = List.of(
            MinKey.getInstance(),
            KeyWriter.EMPTY_ARRAY,
            Double.NaN,
            Double.NEGATIVE_INFINITY,
            Long.MIN_VALUE,
            -1e10,
            -3,
            -2.5,
            0,
            Double.MIN_VALUE,
            1,
            1.5,
            2L,
            (1L << 53) - 1,
            1L << 53,
            (1L << 53) + 1,
            (1L << 53) + 2,
            Long.MAX_VALUE - 1,
            1e30,
            Double.POSITIVE_INFINITY,
            "",
            "\u0000",
            "\u0001",
            "a",
            "a\u0000",
            "a\u0000b",
            "a\u0001",
            "aa",
            "b",
            "食品",
            "😀",
            new Document(),
            new Document("a", 1),
            new Document("a", 1).append("b", 0),
            new Document("a", 2),
            new Document("b", 1),
            new Document("a", "text"),
            List.of(1),
            List.of(1, 2),
            List.of(2),
            new BinData(new byte[] {9}),
            new BinData(new byte[] {1, 2}),
            new ObjectId("000000000000000000000001"),
            new ObjectId("ff0000000000000000000000"),
            false,
            true,
            Instant.ofEpochMilli(-1),
            Instant.EPOCH,
            Instant.parse("2026-11-22T02:11:09.123Z"),
            MaxKey.getInstance());

    @Test
    void bytesCompareAsTheValuesDo() {
        for (int i = 0; i < RISING.size(); i++) {
            for (int j = 0; j < RISING.size(); j++) {
                byte[] one = KeyWriter.ascending(RISING.get(i));
                byte[] other = KeyWriter.ascending(RISING.get(j));
                assertThat(Integer.signum(Arrays.compareUnsigned(one, other)))
                        .as("%s and %s", RISING.get(i), RISING.get(j))
                        .isEqualTo(Integer.compare(i, j));
                assertThat(Integer.signum(Arrays.compareUnsigned(KeyWriter.inverted(one), KeyWriter.inverted(other))))
                        .isEqualTo(Integer.compare(j, i));
            }
        }
    }

    @Test
    void noValuesBytesBeginWithAnothers() {
        for (Object one : RISING) {
            Range begun = Range.startingWith(KeyWriter.ascending(one));
            for (Object other : RISING) {
                assertThat(begun.contains(KeyWriter.ascending(other))).isEqualTo(one.equals(other));
            }
        }
    }

    @Test
    void equalNumbersOfAnyTypeAreOneKey() {
        assertThat(Key.of(7)).isEqualTo(Key.of(7L)).isEqualTo(Key.of(7.0)).hasSameHashCodeAs(Key.of(7L));
        assertThat(Key.of(0.0)).isEqualTo(Key.of(-0.0));
        assertThat(Key.of(7)).isNotEqualTo(Key.of("7"));
    }

    @Test
    void fallingRangesHoldTheSameValues() {
        List<Range> ranges = new ArrayList<>();
        for (int i = 0; i < RISING.size(); i++) {
            ranges.add(Range.startingWith(KeyWriter.ascending(RISING.get(i))));
            ranges.add(
                    new Range(KeyWriter.ascending(RISING.get(i)), KeyWriter.ascending(RISING.get(RISING.size() - 1))));
        }
        for (Range range : ranges) {
            for (Object value : RISING) {
                byte[] key = KeyWriter.ascending(value);
                assertThat(range.falling().contains(KeyWriter.inverted(key))).isEqualTo(range.contains(key));
            }
        }
    }

    @Test
    void rangesThatTouchAreOneAndWhatIsReadIsLeftBehind() {
        Range one = new Range(new byte[] {1}, new byte[] {3});
        Range next = new Range(new byte[] {3}, new byte[] {5});
        Range apart = new Range(new byte[] {7}, null);

        assertThat(Range.tidy(List.of(apart, next, one))).hasSize(2);
        assertThat(Range.beyond(List.of(one, next), new byte[] {3, 0}, false)).hasSize(1);
        assertThat(Range.beyond(List.of(one, next, apart), new byte[] {3}, true))
                .hasSize(1);
    }
}
