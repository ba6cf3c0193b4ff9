package org.tongban.application.clock;

import java.util.Arrays;
import java.util.Optional;

/** In what a limit is counted; the words are those of the guides. */
public enum Unit {
    WORKING_DAY("工作日"),
    /** Working days where the Administrative Licensing Law is the basis (art. 82), natural days elsewhere. */
    DAY("日"),
    NATURAL_DAY("自然日"),
    MONTH("月"),
    YEAR("年"),
    HOUR("小时"),
    /** While the applicant waits. */
    ON_THE_SPOT("当场"),
    AT_ONCE("即时"),
    SAME_DAY("当日");

    private final String word;

    Unit(String word) {
        this.word = word;
    }

    /** As the guides write it: {@code 工作日}. */
    public String word() {
        return word;
    }

    /** Reads a guide's word; 天 is a natural day. */
    public static Optional<Unit> ofWord(String word) {
        if ("天".equals(word)) {
            return Optional.of(NATURAL_DAY);
        }
        return Arrays.stream(values()).filter(unit -> unit.word.equals(word)).findFirst();
    }

    /** Whether one can count in it; what is done on the spot has no length. */
    public boolean isLength() {
        return !endsWhereItBegins();
    }

    boolean endsWhereItBegins() {
        return this == ON_THE_SPOT || this == AT_ONCE || this == SAME_DAY;
    }
}
