package org.tongban.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;

final class EntryTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:11:09Z");
    private static final Occurrence SUBMITTED = new Occurrence(
            "/application", 1, "application.submitted.v1", AT, null, "{\"division\":\"511602\",\"owner\":\"o\"}");
    private static final Occurrence ACCEPTED =
            new Occurrence("/application", 2, "application.case-accepted.v1", AT.plusMillis(1), 2, "{\"caseNo\":2}");
    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";

    private static final TrackingCode CODE = new TrackingCode("7KQ2M9XT04HBZR50");
    private static final TrackingCode OTHER = TrackingCode.draw(new Random(3));

    private final Entry first = Entry.sealed(CODE, SUBMITTED, null, AT.plusMillis(250), SALT);
    private final Entry second = Entry.sealed(CODE, ACCEPTED, first, AT.plusMillis(500), SALT);

    /** The same two as they were sealed before the code was covered. */
    private final Entry oldFirst = old(first, null, "dc5462e5e55e68d6aa3d4db7dc2d6798da2ab650652ceb906351c7ce1e49ee72");

    private final Entry oldSecond =
            old(second, oldFirst.hash(), "2051116959270a01f67c629de22d711e660a33de3d40b963b4be4b7254478ccf");

    /** Taken with another program, from the words of the protocol alone. */
    @Test
    void theFormulaIsFixed() {
        assertThat(first.factsDigest()).isEqualTo("45b9dc19638850c6fd4e273018f595a7ab503b2496d138d4ac2e8b1d55b4be1a");
        assertThat(first.formula()).isEqualTo(2);
        assertThat(first.hash()).isEqualTo("3455277e4f02eec7fb1c16d3da57752b17ac4eb4a2826976ac400c1ac9f43abd");
        assertThat(second.hash()).isEqualTo("79c57bfe3250697be3fb98a2eb708c78043c8acc75f5fdae06aace14fbbab213");
    }

    @Test
    void entriesFromBeforeTheCodeWasCoveredStayValid() {
        assertThat(oldFirst.follows(CODE, null)).isTrue();
        assertThat(oldSecond.follows(CODE, oldFirst)).isTrue();

        Entry next = Entry.sealed(CODE, ACCEPTED, oldFirst, AT.plusMillis(500), SALT);

        assertThat(next.hash()).isEqualTo("6b8b8133820f0bca3867c7c9a3d5788502ec6ec5d4aab21397d3658e308e947a");
        assertThat(next.follows(CODE, oldFirst)).isTrue();
    }

    @Test
    void theEntriesOfOneCodeAreNoChainOfAnother() {
        assertThat(first.follows(OTHER, null)).isFalse();
        assertThat(second.follows(OTHER, first)).isFalse();
        assertThat(Entry.sealed(CODE, ACCEPTED, oldFirst, AT.plusMillis(500), SALT)
                        .follows(OTHER, oldFirst))
                .as("one of them is enough")
                .isFalse();
    }

    @Test
    void anotherFormulaIsNotGuessed() {
        assertThat(with(oldFirst, 2, null, oldFirst.hash()).follows(CODE, null)).isFalse();
        assertThat(with(first, 1, null, first.hash()).follows(CODE, null)).isFalse();
        assertThat(with(first, 3, null, first.hash()).follows(CODE, null)).isFalse();
    }

    @Test
    void anEntryFollowsOnlyTheOneBeforeIt() {
        assertThat(first.follows(CODE, null)).isTrue();
        assertThat(second.follows(CODE, first)).isTrue();
        assertThat(second.follows(CODE, null)).isFalse();
        assertThat(first.follows(CODE, second)).isFalse();
    }

    @Test
    void everyChangeIsSeen() {
        assertThat(changed(second.facts().replace('2', '3'), second.at(), second.no())
                        .follows(CODE, first))
                .isFalse();
        assertThat(changed(second.facts(), second.at().plusMillis(1), second.no())
                        .follows(CODE, first))
                .isFalse();
        assertThat(changed(second.facts(), second.at(), 3).follows(CODE, first)).isFalse();
        assertThat(changed(second.facts(), second.at(), second.no()).follows(CODE, first))
                .isTrue();
    }

    private static Entry old(Entry entry, @Nullable String previous, String hash) {
        return with(entry, 1, previous, hash);
    }

    private static Entry with(Entry entry, int formula, @Nullable String previous, String hash) {
        return new Entry(
                formula,
                entry.no(),
                entry.source(),
                entry.sourceSequence(),
                entry.at(),
                entry.recordedAt(),
                entry.type(),
                entry.caseNo(),
                entry.salt(),
                entry.facts(),
                entry.factsDigest(),
                previous,
                hash);
    }

    private Entry changed(String facts, Instant at, int no) {
        return new Entry(
                second.formula(),
                no,
                second.source(),
                second.sourceSequence(),
                at,
                second.recordedAt(),
                second.type(),
                second.caseNo(),
                second.salt(),
                facts,
                second.factsDigest(),
                second.previous(),
                second.hash());
    }
}
