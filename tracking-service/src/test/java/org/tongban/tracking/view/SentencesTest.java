package org.tongban.tracking.view;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tongban.platform.event.Envelope;
import org.tongban.tracking.timeline.TimelineRoom;
import tools.jackson.databind.node.ObjectNode;

final class SentencesTest {
    private final TimelineRoom room = new TimelineRoom();

    @AfterEach
    void close() {
        room.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "case-submitted",
                "case-claimed",
                "case-accepted",
                "case-not-accepted",
                "case-terminated",
                "correction-requested",
                "correction-answered",
                "case-suspended",
                "case-resumed",
                "case-extended",
                "case-decided",
                "result-delivered",
                "withdrawn",
                "custody-changed",
                "scan-disputed",
                "request-beyond-list-refused"
            })
    void everyEventOfTheApplicationHasASentenceInBothLanguages(String name) {
        room.hear(1, "application.submitted.v1");
        room.hear(2, "application." + name + ".v1");

        for (Viewer viewer : List.of(Viewer.ANYBODY, new Viewer(Viewer.Sight.OWNER, null, true))) {
            assertThat(text(viewer, Locale.SIMPLIFIED_CHINESE)).doesNotContain("{", "办理记录已更新");
            assertThat(text(viewer, Locale.ENGLISH)).doesNotContain("{", "A step was recorded");
        }
    }

    @Test
    void anUnknownEventHasANeutralOne() {
        room.hear(1, "application.submitted.v1");
        Envelope sample = TimelineRoom.told(2, "application.withdrawn.v1");
        room.inbox.hear(new Envelope(
                sample.source(), sample.subject(), 2, "application.painted-blue.v1", sample.time(), sample.data()));

        assertThat(text(Viewer.ANYBODY, Locale.ENGLISH)).isEqualTo("A step was recorded");
    }

    @ParameterizedTest
    @CsvSource({
        "case-decided, outcome, PARTLY_GRANTED",
        "case-not-accepted, kind, HANDED_ON",
        "result-delivered, method, DRONE",
        "custody-changed, custody, LENT",
        "scan-disputed, reason, TOO_EARLY"
    })
    void readsWhatItDoesNotKnow(String name, String field, String word) {
        room.hear(1, "application.submitted.v1");
        hear(name, field, word + "\u202E\u0000");
        hear(name, field, "X".repeat(5_000));

        Viewer owner = new Viewer(Viewer.Sight.OWNER, null, true);
        assertThat(text(owner, Locale.SIMPLIFIED_CHINESE)).contains("其他（" + word + "）");
        assertThat(text(owner, Locale.ENGLISH)).contains("other (" + word + ")");
        assertThat(text(2, owner, Locale.ENGLISH)).contains("other (X").hasSizeLessThan(200);
    }

    private void hear(String name, String field, String word) {
        long sequence = room.timeline().entries().size() + 1L;
        Envelope sample = TimelineRoom.told(sequence, "application." + name + ".v1");
        ObjectNode data = (ObjectNode) sample.data();
        data.put(field, word);
        room.inbox.hear(sample);
    }

    private String text(Viewer viewer, Locale locale) {
        return text(1, viewer, locale);
    }

    private String text(int at, Viewer viewer, Locale locale) {
        return Views.of(room.timeline().entries().get(at), room.timeline().standing(), viewer, locale)
                .text();
    }
}
