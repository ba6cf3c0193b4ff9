package org.tongban.tracking.light;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.bson.BsonDocument;
import org.bson.BsonString;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.kit.Contracts;
import org.tongban.tracking.reconciliation.ReconciliationRoom;
import org.tongban.tracking.timeline.CaseStanding;
import org.tongban.tracking.timeline.Entry;
import org.tongban.tracking.timeline.Light;
import org.tongban.tracking.timeline.TimelineRoom;
import tools.jackson.databind.node.ObjectNode;

final class LightWatchTest {
    private final TimelineRoom room = new TimelineRoom();
    private final ReconciliationRoom sides = new ReconciliationRoom(room);
    private final LightWatch watch = new LightWatch(room.timelines, room.chronicle, sides.reconciliation, room.clock);

    @BeforeEach
    void caseTwoIsAcceptedAndDueOnTheFourth() {
        room.hearTheStory();
        sides.application.says(CODE.value(), 4, room.clock.instant());
        sides.notification.says(CODE.value(), 4, room.clock.instant());
    }

    @AfterEach
    void close() {
        room.close();
    }

    private void lookOn(String day) {
        room.clock.set(Instant.parse(day + "T01:00:00Z"));
        sides.round();
        watch.round();
        watch.round();
    }

    private List<Entry> told() {
        return room.timeline().entries().stream()
                .filter(entry -> entry.type().equals("tracking.light-changed.v1"))
                .toList();
    }

    @Test
    void eachChangeIsToldOnce() {
        lookOn("2026-12-01");
        assertThat(told()).isEmpty();

        lookOn("2026-12-02");
        assertThat(told()).hasSize(1);
        assertThat(room.timeline().standing().toldLight(2)).isEqualTo(Light.YELLOW);
        assertThat(room.timeline().lightsDue()).isEqualTo(LocalDate.of(2026, 12, 5));

        lookOn("2026-12-05");
        lookOn("2026-12-06");
        assertThat(told()).hasSize(2).extracting(Entry::caseNo).containsOnly(2);
        assertThat(room.timeline().standing().toldLight(2)).isEqualTo(Light.RED);
        assertThat(room.timeline().lightsDue()).isNull();
    }

    @Test
    void aLightThatNobodyLookedAtForDaysGoesStraightToRed() {
        lookOn("2026-12-20");

        assertThat(told()).hasSize(1);
        assertThat(room.timeline().standing().toldLight(2)).isEqualTo(Light.RED);
    }

    @Test
    void anExtensionTurnsItGreenAgain() {
        lookOn("2026-12-05");
        room.hear(5, "application.case-extended.v1");
        sides.application.says(CODE.value(), 5, room.clock.instant());
        sides.notification.says(CODE.value(), 5, room.clock.instant());

        lookOn("2026-12-06");

        assertThat(told()).hasSize(2);
        assertThat(room.timeline().standing().toldLight(2)).isEqualTo(Light.GREEN);
        assertThat(room.timeline().lightsDue()).isEqualTo(LocalDate.of(2026, 12, 14));
    }

    @Test
    void aLightThatWasToldIsNotToldAgainWhenAnothersTurns() {
        Envelope first = TimelineRoom.told(5, "application.case-accepted.v1");
        ((ObjectNode) first.data())
                .put("caseNo", 1)
                .put("yellowOn", "2026-11-30")
                .put("redOn", "2026-12-30");
        room.inbox.hear(first);
        sides.application.says(CODE.value(), 5, room.clock.instant());
        sides.notification.says(CODE.value(), 5, room.clock.instant());

        lookOn("2026-12-01");
        assertThat(told()).extracting(Entry::caseNo).containsExactly(1);
        lookOn("2026-12-02");

        assertThat(told()).extracting(Entry::caseNo).containsExactly(1, 2);
    }

    @Test
    void twoInstancesTellALightOnce() {
        LightWatch other = new LightWatch(room.timelines(room.clock), room.chronicle, sides.reconciliation, room.clock);

        lookOn("2026-12-20");
        other.round();

        assertThat(told()).hasSize(1);
    }

    @Test
    void aStoppedClockShowsTheLightOfTheDayOnWhichItStopped() {
        room.hear(5, "application.case-suspended.v1");

        CaseStanding stopped = room.timeline().standing().caseNo(2).orElseThrow();

        assertThat(stopped.light(LocalDate.of(2026, 12, 31))).isEqualTo(Light.GREEN);
    }

    @Test
    void aStoppedClockHoldsTheLight() {
        room.hear(5, "application.case-suspended.v1");
        sides.application.says(CODE.value(), 5, room.clock.instant());
        sides.notification.says(CODE.value(), 5, room.clock.instant());

        lookOn("2026-12-20");

        assertThat(told()).isEmpty();
    }

    @Test
    void aCaseWithoutALimitIsGreenFromAcceptanceToTheEnd() {
        Envelope accepted = TimelineRoom.told(5, "application.case-accepted.v1");
        ObjectNode data = ((ObjectNode) accepted.data()).put("caseNo", 2);
        data.putObject("due").putNull("statutory").putNull("promised");
        data.putNull("yellowOn").putNull("redOn");
        room.inbox.hear(accepted);
        CaseStanding unlimited = room.timeline().standing().caseNo(2).orElseThrow();

        assertThat(unlimited.light(LocalDate.of(2027, 12, 31))).isEqualTo(Light.GREEN);
        room.hear(6, "application.withdrawn.v1");
        assertThat(room.timeline().standing().caseNo(2).orElseThrow().light(LocalDate.of(2027, 12, 31)))
                .isNull();
        lookOn("2027-12-31");
        assertThat(told()).isEmpty();
    }

    @Test
    void nothingIsToldOfATimelineThatMayLackSomething() {
        sides.application.says(CODE.value(), 5, room.clock.instant());

        lookOn("2026-12-20");

        assertThat(told()).isEmpty();
    }

    @Test
    void writesTheAgreedShape() {
        LightChanged event = new LightChanged(
                new TrackingCode("7KQ2M9XT04HBZR50"),
                2,
                Light.YELLOW,
                Light.GREEN,
                Instant.parse("2026-12-01T16:00:30Z"));

        assertThat(Contracts.written(event)).isEqualTo(Contracts.sample(event.type()));
    }

    @Test
    void aTimelineThatNobodyCanReadHoldsUpNoOther() {
        room.timelines
                .store()
                .documents()
                .insertOne(new BsonDocument("_id", new BsonString("0000000000000000"))
                        .append("lightsDue", new BsonString("2026-01-01"))
                        .append("entries", new BsonString("none")));

        lookOn("2026-12-02");

        assertThat(told()).hasSize(1);
    }
}
