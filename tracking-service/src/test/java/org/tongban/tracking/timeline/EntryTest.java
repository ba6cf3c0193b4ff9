package org.tongban.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

final class EntryTest {
    private static final Instant AT = Instant.parse("2026-11-22T02:11:09Z");
    private static final Occurrence SUBMITTED = new Occurrence(
            "/application", 1, "application.submitted.v1", AT, null, "{\"division\":\"511602\",\"owner\":\"o\"}");
    private static final Occurrence ACCEPTED =
            new Occurrence("/application", 2, "application.case-accepted.v1", AT.plusMillis(1), 2, "{\"caseNo\":2}");
    private static final String SALT = "AAECAwQFBgcICQoLDA0ODw";

    private final Entry first = Entry.sealed(SUBMITTED, null, AT.plusMillis(250), SALT);
    private final Entry second = Entry.sealed(ACCEPTED, first, AT.plusMillis(500), SALT);

    /** Taken with another program, from the words of the protocol alone. */
    @Test
    void theFormulaIsFixed() {
        assertThat(first.factsDigest()).isEqualTo("45b9dc19638850c6fd4e273018f595a7ab503b2496d138d4ac2e8b1d55b4be1a");
        assertThat(first.hash()).isEqualTo("dc5462e5e55e68d6aa3d4db7dc2d6798da2ab650652ceb906351c7ce1e49ee72");
        assertThat(second.hash()).isEqualTo("2051116959270a01f67c629de22d711e660a33de3d40b963b4be4b7254478ccf");
    }

    @Test
    void anEntryFollowsOnlyTheOneBeforeIt() {
        assertThat(first.follows(null)).isTrue();
        assertThat(second.follows(first)).isTrue();
        assertThat(second.follows(null)).isFalse();
        assertThat(first.follows(second)).isFalse();
    }

    @Test
    void everyChangeIsSeen() {
        assertThat(changed(second.facts().replace('2', '3'), second.at(), second.no())
                        .follows(first))
                .isFalse();
        assertThat(changed(second.facts(), second.at().plusMillis(1), second.no())
                        .follows(first))
                .isFalse();
        assertThat(changed(second.facts(), second.at(), 3).follows(first)).isFalse();
        assertThat(changed(second.facts(), second.at(), second.no()).follows(first))
                .isTrue();
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
