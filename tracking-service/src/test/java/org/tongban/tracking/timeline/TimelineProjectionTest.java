package org.tongban.tracking.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tongban.tracking.timeline.TimelineRoom.CODE;
import static org.tongban.tracking.timeline.TimelineRoom.OWNER;
import static org.tongban.tracking.timeline.TimelineRoom.told;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.json.Json;

final class TimelineProjectionTest {
    private final TimelineRoom room = new TimelineRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void theStoryIsFolded() {
        room.hearTheStory();

        Standing standing = room.timeline().standing();
        assertThat(standing.owner()).isEqualTo(OWNER);
        assertThat(standing.division()).isEqualTo("511602");
        assertThat(standing.status()).isEqualTo(PublicStatus.IN_PROGRESS);
        assertThat(standing.cases()).extracting(CaseStanding::stage).containsExactly(Stage.GRANTED, Stage.ACCEPTED);
        assertThat(standing.cases().get(0).outcome()).isEqualTo(Outcome.GRANTED);
        assertThat(standing.cases().get(1).due()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(standing.cases().get(1).light(LocalDate.of(2026, 12, 1))).isEqualTo(Light.GREEN);
        assertThat(room.timeline().lightsDue()).isEqualTo(LocalDate.of(2026, 12, 2));
        assertThat(room.timelines.find(CODE).orElseThrow().heard(Timelines.APPLICATION))
                .isEqualTo(4);
    }

    @Test
    void everyOrderAndEveryRepeatGivesTheSame() {
        List<Envelope> story = List.of(
                told(1, "application.submitted.v1"),
                told(2, "application.case-decided.v1"),
                told(3, "application.case-submitted.v1"),
                told(4, "application.case-accepted.v1"));

        Set<Object> standings = permutations(story).stream()
                .map(order -> {
                    try (TimelineRoom other = new TimelineRoom()) {
                        order.forEach(other.inbox::hear);
                        order.forEach(other.inbox::hear);
                        Timeline timeline = other.timeline();
                        assertThat(timeline.entries())
                                .extracting(Entry::sourceSequence)
                                .containsExactly(1L, 2L, 3L, 4L);
                        return timeline;
                    }
                })
                .collect(Collectors.toSet());

        assertThat(standings).hasSize(1);
    }

    @Test
    void whatWasSkippedAndComesLateHasItsEffectInItsPlace() {
        room.hear(1, "application.submitted.v1");
        room.hear(2, "application.case-decided.v1");
        room.hear(3, "application.case-submitted.v1");
        room.hear(5, "application.case-suspended.v1");
        room.clock.tick(Duration.ofMinutes(11));
        room.inbox.skipOldHoles();
        assertThat(room.timeline().standing().cases().get(1).stage()).isEqualTo(Stage.SUSPENDED);

        room.hear(4, "application.case-accepted.v1");

        CaseStanding second = room.timeline().standing().cases().get(1);
        assertThat(second.stage()).isEqualTo(Stage.SUSPENDED);
        assertThat(second.due()).isEqualTo(LocalDate.of(2026, 12, 4));
        assertThat(room.timeline().entries()).extracting(Entry::sourceSequence).containsExactly(1L, 2L, 3L, 5L, 4L);
    }

    @Test
    void aTimelineThatOnlyHeardOthersIsAShell() {
        room.hear(2, "application.case-decided.v1");
        room.clock.tick(Duration.ofMinutes(11));
        room.inbox.skipOldHoles();

        assertThat(room.timelines.findSubmitted(CODE)).isEmpty();
        assertThat(room.timeline().shellSince()).isNotNull();
    }

    @Test
    void anUnknownEventIsAnEntryAndChangesNothingElse() {
        room.hear(1, "application.submitted.v1");
        Standing before = room.timeline().standing();

        Envelope sample = told(2, "application.custody-changed.v1");
        room.inbox.hear(new Envelope(
                sample.source(), sample.subject(), 2, "application.painted-blue.v1", sample.time(), sample.data()));

        assertThat(room.timeline().entries()).hasSize(2);
        assertThat(room.timeline().standing()).isEqualTo(before);
    }

    @Test
    void readsWhatItDoesNotKnow() {
        room.hear(1, "application.submitted.v1");

        tell(2, "{\"caseNo\": 1, \"stage\": \"ON_HOLD\\u200b\", \"outcome\": \"PARTLY_GRANTED\"}");
        CaseStanding held = room.timeline().standing().cases().get(0);
        PublicStatus status = room.timeline().standing().status();
        tell(
                3,
                "{\"caseNo\": \"one\", \"stage\": 7, \"due\": \"soon\", \"expected\": [null, {}], \"cases\": [{}, null]}");
        tell(4, "{\"cases\": [{\"stage\": \"ACCEPTED\"}, {\"caseNo\": 2, \"after\": [null]}]}");
        tell(5, "{\"caseNo\": 1, \"stage\": \"REFUSED\", \"outcome\": \"REFUSED\"}");

        assertThat(held.stage()).isEqualTo(Stage.OTHER);
        assertThat(held.stageWord()).isEqualTo("ON_HOLD");
        assertThat(held.outcome()).isEqualTo(Outcome.OTHER);
        assertThat(held.outcomeWord()).isEqualTo("PARTLY_GRANTED");
        assertThat(held.status()).isEqualTo(PublicStatus.OTHER);
        assertThat(status).as("case 2 waits").isEqualTo(PublicStatus.WAITING);
        CaseStanding refused = room.timeline().standing().cases().get(0);
        assertThat(refused.stage()).isEqualTo(Stage.REFUSED);
        assertThat(refused.stageWord()).isNull();
        assertThat(refused.outcomeWord()).isNull();
        assertThat(room.timeline().entries())
                .as("no hole")
                .extracting(Entry::sourceSequence)
                .containsExactly(1L, 2L, 3L, 4L, 5L);
        assertThat(room.chronicle.folded(room.timeline(), room.clock.instant())).isEqualTo(room.timeline());
    }

    @Test
    void aWordThatAnOlderVersionDidNotKnowIsKnownOnceThisOneDoes() {
        CaseStanding told = new CaseStanding(
                1, "i", "n", "d", Stage.OTHER, "ACCEPTED", List.of(), Outcome.OTHER, "GRANTED", null, null, null, null);

        assertThat(told.stage()).isEqualTo(Stage.ACCEPTED);
        assertThat(told.stageWord()).isNull();
        assertThat(told.outcome()).isEqualTo(Outcome.GRANTED);
    }

    private void tell(long sequence, String data) {
        Envelope sample = told(sequence, "application.case-decided.v1");
        room.inbox.hear(new Envelope(
                sample.source(),
                sample.subject(),
                sequence,
                "application.case-held.v1",
                sample.time(),
                Json.lenient().readTree(data)));
    }

    @Test
    void eachEventOfTheApplicationIsUnderstood() {
        List<String> all = List.of(
                "submitted",
                "case-claimed",
                "correction-requested",
                "correction-answered",
                "case-accepted",
                "case-suspended",
                "case-resumed",
                "case-extended",
                "request-beyond-list-refused",
                "custody-changed",
                "scan-disputed",
                "case-decided",
                "result-delivered",
                "withdrawn",
                "case-terminated",
                "case-not-accepted",
                "case-submitted");

        for (int i = 0; i < all.size(); i++) {
            room.hear(i + 1, "application." + all.get(i) + ".v1");
        }

        assertThat(room.timeline().entries()).hasSize(all.size());
        assertThat(room.timeline().standing().expected())
                .extracting(ExpectedPaper::rid)
                .containsExactly("r2", "r4");
        assertThat(room.timeline().standing().cases().get(0).stage()).isEqualTo(Stage.DELIVERED);
    }

    private static <T> List<List<T>> permutations(List<T> all) {
        if (all.isEmpty()) {
            return List.of(List.of());
        }
        List<List<T>> found = new ArrayList<>();
        for (T first : all) {
            List<T> rest = new ArrayList<>(all);
            rest.remove(first);
            for (List<T> tail : permutations(rest)) {
                List<T> order = new ArrayList<>(List.of(first));
                order.addAll(tail);
                found.add(order);
            }
        }
        return found;
    }
}
