package org.tongban.tracking.supervision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.problem.BadInput;
import org.tongban.platform.secret.AesGcmFieldCipher;
import org.tongban.platform.secret.KeyRing;
import org.tongban.platform.security.Caller;
import org.tongban.platform.security.Role;
import org.tongban.tracking.scan.ScanRoom;
import org.tongban.tracking.timeline.TimelineRoom;

final class ShellsTest {
    private static final Caller SUPERVISOR = supervisor("511600");

    private final TimelineRoom room = new TimelineRoom();
    private final ScanRoom scanning = new ScanRoom(room);
    private final Shells shells = new Shells(
            room.timelines, new SupervisionProperties(Duration.ofDays(1), Duration.ofMinutes(10)), room.clock);
    private final SupervisionResource page = new SupervisionResource(
            shells, new AesGcmFieldCipher(new KeyRing(List.of(new KeyRing.Key("0", new byte[32])))));

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aScannedCodeThatNobodySubmitsIsAnAnomalyAfterADay() {
        scanning.scan("00000000-0000-0000-0000-000000000001");
        ShellWatch watch = new ShellWatch(shells);
        room.clock.tick(Duration.ofHours(24));
        watch.round();
        assertThat(watch.count()).isZero();

        room.clock.tick(Duration.ofSeconds(1));
        watch.round();

        assertThat(watch.count()).isEqualTo(1);
        assertThat(page.shells(SUPERVISOR, null, 20).items()).singleElement().satisfies(shell -> {
            assertThat(shell.code()).isEqualTo(CODE);
            assertThat(shell.scans()).extracting(ScannedThere::hall).containsExactly("511602-01");
        });
    }

    @Test
    void laterScansDoNotMakeItYoungerAndTheSubmissionEndsIt() {
        scanning.scan("00000000-0000-0000-0000-000000000001");
        room.clock.tick(Duration.ofHours(23));
        scanning.scan("00000000-0000-0000-0000-000000000002");
        room.clock.tick(Duration.ofHours(2));
        assertThat(shells.count()).isEqualTo(1);

        room.hear(1, "application.submitted.v1");

        assertThat(shells.count()).isZero();
    }

    @Test
    void aSupervisorSeesWhatWasScannedInTheirDivision() {
        scanning.scan("00000000-0000-0000-0000-000000000001");
        room.clock.tick(Duration.ofDays(2));

        assertThat(page.shells(supervisor("510104"), null, 20).items()).isEmpty();
        assertThat(page.shells(SUPERVISOR, null, 20).items()).hasSize(1);
    }

    @Test
    void pagesFollowEachOtherWithoutGapOrRepeat() {
        Random codes = new Random(3);
        for (int i = 0; i < 5; i++) {
            scanning.scan("00000000-0000-0000-0000-00000000000" + i, TrackingCode.draw(codes));
        }
        room.clock.tick(Duration.ofDays(2));

        SupervisionResource.Page first = page.shells(SUPERVISOR, null, 3);
        SupervisionResource.Page second = page.shells(SUPERVISOR, first.next(), 3);

        assertThat(second.next()).isNull();
        assertThat(List.of(first.items().size(), second.items().size())).containsExactly(3, 2);
        assertThat(first.items()).doesNotContainAnyElementsOf(second.items());
    }

    @Test
    void aCursorTellsNoCodeOfAnotherDivision() {
        scanning.scan("00000000-0000-0000-0000-000000000001");
        room.clock.tick(Duration.ofDays(2));

        String next = page.shells(supervisor("510104"), null, 1).next();

        assertThat(next).isNotNull().doesNotContain(CODE.value());
        assertThat(page.shells(SUPERVISOR, next, 20).items()).isEmpty();
    }

    @Test
    void whatIsNoCursorOfOursIsRefused() {
        for (String cursor : List.of("", "x", "2026-11-22T02:11:09.000Z," + CODE.value(), "v1.0.AAAA")) {
            assertThatThrownBy(() -> page.shells(SUPERVISOR, cursor, 20)).isInstanceOf(BadInput.class);
        }
    }

    private static Caller supervisor(String division) {
        return new Caller("s1", null, Set.of(Role.SUPERVISOR), null, null, null, division);
    }
}
