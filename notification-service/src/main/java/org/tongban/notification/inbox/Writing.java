package org.tongban.notification.inbox;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;

/** Which event makes which message. */
final class Writing {
    private static final String CHANNEL = "INBOX";

    private final Clock clock;

    Writing(Clock clock) {
        this.clock = clock;
    }

    private record Submitted(String owner, List<Correspondence.CaseName> cases) {}

    private record OfCase(int caseNo) {}

    private record Accepted(int caseNo, boolean bySilence, Due due) {}

    private record Due(
            @Nullable LocalDate statutory, @Nullable LocalDate promised) {
        String earliest() {
            return Stream.of(statutory, promised)
                    .filter(java.util.Objects::nonNull)
                    .sorted()
                    .map(LocalDate::toString)
                    .findFirst()
                    .orElse("");
        }
    }

    private record CorrectionRequested(int caseNo, int count) {}

    private record NotAccepted(int caseNo, String kind) {}

    private record Outcome(int caseNo, String outcome) {}

    Change<Correspondence> submitted(Correspondence state, Envelope event) {
        Submitted data = EventWire.data(event, Submitted.class);
        Correspondence opened = state.openedBy(data.owner(), data.cases());
        return send(
                opened,
                event,
                null,
                "submitted",
                Map.of("count", Integer.toString(data.cases().size())));
    }

    Change<Correspondence> accepted(Correspondence state, Envelope event) {
        Accepted data = EventWire.data(event, Accepted.class);
        String template = data.bySilence() ? "accepted-by-silence" : "accepted";
        String due = data.due().earliest();
        return send(
                state, event, data.caseNo(), due.isEmpty() ? template + "-without-due" : template, Map.of("due", due));
    }

    Change<Correspondence> notAccepted(Correspondence state, Envelope event) {
        NotAccepted data = EventWire.data(event, NotAccepted.class);
        String template = data.kind().equals("NOT_REQUIRED") ? "not-required" : "not-accepted";
        return send(state, event, data.caseNo(), template, Map.of());
    }

    Change<Correspondence> correctionRequested(Correspondence state, Envelope event) {
        CorrectionRequested data = EventWire.data(event, CorrectionRequested.class);
        return send(state, event, data.caseNo(), "correction", Map.of("count", Integer.toString(data.count())));
    }

    Change<Correspondence> decided(Correspondence state, Envelope event) {
        Outcome data = EventWire.data(event, Outcome.class);
        return send(state, event, data.caseNo(), data.outcome().equals("GRANTED") ? "granted" : "refused", Map.of());
    }

    Change<Correspondence> suspended(Correspondence state, Envelope event) {
        return aboutCase(state, event, "suspended");
    }

    Change<Correspondence> extended(Correspondence state, Envelope event) {
        return aboutCase(state, event, "extended");
    }

    Change<Correspondence> terminated(Correspondence state, Envelope event) {
        return aboutCase(state, event, "terminated");
    }

    Change<Correspondence> delivered(Correspondence state, Envelope event) {
        return aboutCase(state, event, "delivered");
    }

    private Change<Correspondence> aboutCase(Correspondence state, Envelope event, String template) {
        return send(state, event, EventWire.data(event, OfCase.class).caseNo(), template, Map.of());
    }

    private Change<Correspondence> send(
            Correspondence state,
            Envelope event,
            @Nullable Integer caseNo,
            String template,
            Map<String, String> facts) {
        String id = event.subject() + "-" + event.sequence();
        Message message = new Message(id, caseNo, event.type(), template, facts, event.time(), false);
        return Change.telling(state.with(message), new Sent(id, caseNo, event.type(), CHANNEL, clock.instant()));
    }
}
