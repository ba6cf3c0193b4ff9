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
import org.tongban.platform.event.ForeignWord;

/** Which event makes which message. */
final class Writing {
    private static final String CHANNEL = "INBOX";

    private final Clock clock;

    Writing(Clock clock) {
        this.clock = clock;
    }

    /** What is told; the teller may be newer, or older, and leave anything out. */
    private record Submitted(
            @Nullable String owner, @Nullable List<@Nullable Named> cases) {
        List<Correspondence.CaseName> named() {
            return cases == null
                    ? List.of()
                    : cases.stream().flatMap(Named::whole).toList();
        }
    }

    private record Named(@Nullable Integer caseNo, @Nullable String name) {
        static Stream<Correspondence.CaseName> whole(@Nullable Named told) {
            return told == null || told.caseNo() == null || told.name() == null
                    ? Stream.of()
                    : Stream.of(new Correspondence.CaseName(told.caseNo(), told.name()));
        }
    }

    private record OfCase(@Nullable Integer caseNo) {}

    private record Accepted(
            @Nullable Integer caseNo,
            @Nullable Boolean bySilence,
            @Nullable Due due) {}

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

    private record CorrectionRequested(
            @Nullable Integer caseNo, @Nullable Integer count) {}

    private record NotAccepted(
            @Nullable Integer caseNo, @Nullable String kind) {}

    private record Outcome(
            @Nullable Integer caseNo, @Nullable String outcome) {}

    Change<Correspondence> submitted(Correspondence state, Envelope event) {
        Submitted data = EventWire.data(event, Submitted.class);
        List<Correspondence.CaseName> cases = data.named();
        Correspondence opened = state.openedBy(data.owner(), cases);
        return cases.isEmpty()
                ? send(opened, event, null, "submitted-without-count", Map.of())
                : send(opened, event, null, "submitted", Map.of("count", Integer.toString(cases.size())));
    }

    Change<Correspondence> accepted(Correspondence state, Envelope event) {
        Accepted data = EventWire.data(event, Accepted.class);
        String template = Boolean.TRUE.equals(data.bySilence()) ? "accepted-by-silence" : "accepted";
        String due = data.due() == null ? "" : data.due().earliest();
        return send(
                state, event, data.caseNo(), due.isEmpty() ? template + "-without-due" : template, Map.of("due", due));
    }

    Change<Correspondence> notAccepted(Correspondence state, Envelope event) {
        NotAccepted data = EventWire.data(event, NotAccepted.class);
        String kind = data.kind() == null ? "" : data.kind();
        return switch (kind) {
            case "NOT_REQUIRED" -> send(state, event, data.caseNo(), "not-required", Map.of());
            case "NOT_OURS", "INCOMPLETE" -> send(state, event, data.caseNo(), "not-accepted", Map.of());
            default -> other(state, event, data.caseNo(), "not-accepted", kind);
        };
    }

    Change<Correspondence> correctionRequested(Correspondence state, Envelope event) {
        CorrectionRequested data = EventWire.data(event, CorrectionRequested.class);
        return data.count() == null
                ? send(state, event, data.caseNo(), "correction-without-count", Map.of())
                : send(state, event, data.caseNo(), "correction", Map.of("count", Integer.toString(data.count())));
    }

    Change<Correspondence> decided(Correspondence state, Envelope event) {
        Outcome data = EventWire.data(event, Outcome.class);
        String outcome = data.outcome() == null ? "" : data.outcome();
        return switch (outcome) {
            case "GRANTED" -> send(state, event, data.caseNo(), "granted", Map.of());
            case "REFUSED" -> send(state, event, data.caseNo(), "refused", Map.of());
            default -> other(state, event, data.caseNo(), "decided", outcome);
        };
    }

    /** A word that is not known here is told as it came, and never taken for one that is. */
    private Change<Correspondence> other(
            Correspondence state, Envelope event, @Nullable Integer caseNo, String template, String word) {
        String shown = ForeignWord.shown(word);
        return shown.isEmpty()
                ? send(state, event, caseNo, template + "-without-word", Map.of())
                : send(state, event, caseNo, template + "-other", Map.of("word", shown));
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
