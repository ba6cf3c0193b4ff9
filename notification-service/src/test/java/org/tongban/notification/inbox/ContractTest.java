package org.tongban.notification.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.Source;
import org.tongban.platform.json.Json;
import org.tongban.platform.kit.Contracts;
import org.tongban.platform.kit.TestClock;

class ContractTest {
    private static final TrackingCode CODE = TrackingCode.draw(new java.security.SecureRandom());
    private final Writing writing = new Writing(new TestClock());
    private final Words words = new Words();

    @Test
    void writesTheAgreedShape() {
        Sent sent = new Sent(
                "7KQ2M9XT04HBZR50-5",
                2,
                "application.case-accepted.v1",
                "INBOX",
                Instant.parse("2026-11-23T02:11:09Z"));

        assertThat(Contracts.written(sent)).isEqualTo(Contracts.sample("notification.sent.v1"));
    }

    @ParameterizedTest
    @CsvSource({
        "application.submitted.v1, submitted",
        "application.case-accepted.v1, accepted",
        "application.case-not-accepted.v1, not-accepted",
        "application.correction-requested.v1, correction",
        "application.case-suspended.v1, suspended",
        "application.case-extended.v1, extended",
        "application.case-decided.v1, granted",
        "application.case-terminated.v1, terminated",
        "application.result-delivered.v1, delivered"
    })
    void readsTheAgreedShapeAndHasWordsInBothLanguages(String type, String template) {
        Correspondence state = Correspondence.about(CODE.value())
                .openedBy("o", List.of(new Correspondence.CaseName(1, "甲"), new Correspondence.CaseName(2, "乙")));

        Correspondence written = write(state, Contracts.envelope(type, CODE.value(), 3, TestClock.START))
                .next();
        Message message = written.messages().get(0);

        assertThat(message.template()).isEqualTo(template);
        for (Locale locale : List.of(Locale.SIMPLIFIED_CHINESE, Locale.ENGLISH)) {
            assertThat(words.title(written, message, locale)).isNotBlank();
            assertThat(words.text(written, message, locale)).isNotBlank().doesNotContain("{");
        }
        assertThat(words.title(written, message, Locale.SIMPLIFIED_CHINESE))
                .isNotEqualTo(words.title(written, message, Locale.ENGLISH));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application.case-decided.v1 | {\"caseNo\": 2, \"outcome\": \"PARTLY_GRANTED\"} | decided-other | PARTLY_GRANTED",
                "application.case-decided.v1 | {\"outcome\": null} | decided-without-word | 其中一项",
                "application.case-not-accepted.v1 | {\"caseNo\": 2, \"kind\": \"HANDED_ON\"} | not-accepted-other | HANDED_ON",
                "application.case-not-accepted.v1 | {} | not-accepted-without-word | 其中一项",
                "application.case-accepted.v1 | {\"caseNo\": 2} | accepted-without-due | 乙",
                "application.correction-requested.v1 | {\"caseNo\": 2} | correction-without-count | 乙",
                "application.submitted.v1 | {\"owner\": \"o\", \"cases\": [null, {}]} | submitted-without-count | 已提交",
                "application.case-suspended.v1 | {} | suspended | 其中一项"
            })
    void readsWhatItDoesNotKnow(String type, String data, String template, String said) {
        Correspondence state = Correspondence.about(CODE.value())
                .openedBy("o", List.of(new Correspondence.CaseName(1, "甲"), new Correspondence.CaseName(2, "乙")));
        Envelope event = new Envelope(
                new Source("application"),
                CODE.value(),
                3,
                type,
                TestClock.START,
                Json.lenient().readTree(data));

        Correspondence written = write(state, event).next();

        Message message = written.messages().get(0);
        assertThat(message.template()).isEqualTo(template);
        assertThat(words.text(written, message, Locale.SIMPLIFIED_CHINESE))
                .contains(said)
                .doesNotContain("{", "不予准予");
        assertThat(words.text(written, message, Locale.ENGLISH)).isNotBlank().doesNotContain("{", "refused");
        assertThat(words.title(written, message, Locale.ENGLISH)).isNotBlank().doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({
        "accepted-by-silence",
        "accepted-by-silence-without-due",
        "accepted-without-due",
        "not-required",
        "refused"
    })
    void theRarerMessagesHaveWordsInBothLanguagesToo(String template) {
        Correspondence about =
                Correspondence.about(CODE.value()).openedBy("o", List.of(new Correspondence.CaseName(1, "甲")));
        Message message = new Message("x-1", 1, "t", template, Map.of(), Instant.EPOCH, false);

        assertThat(words.text(about, message, Locale.SIMPLIFIED_CHINESE)).contains("甲");
        assertThat(words.text(about, message, Locale.ENGLISH)).contains("\"甲\"");
    }

    @Test
    void aCaseThatIsNotNamedYetIsNumberedAndGetsItsNameWhenItIsKnown() {
        Envelope decided = Contracts.envelope("application.case-decided.v1", CODE.value(), 2, TestClock.START);
        Correspondence early =
                write(Correspondence.about(CODE.value()), decided).next();
        Message message = early.messages().get(0);
        assertThat(words.title(early, message, Locale.SIMPLIFIED_CHINESE)).isEqualTo("准予：第1项");
        assertThat(words.title(early, message, Locale.ENGLISH)).isEqualTo("Granted: case 1");

        Envelope late = Contracts.envelope("application.submitted.v1", CODE.value(), 1, TestClock.START);
        Correspondence named = write(early, late).next();

        assertThat(words.title(named, message, Locale.SIMPLIFIED_CHINESE)).isEqualTo("准予：个体工商户设立登记");
    }

    private Change<Correspondence> write(Correspondence state, Envelope event) {
        return switch (event.type()) {
            case "application.submitted.v1" -> writing.submitted(state, event);
            case "application.case-accepted.v1" -> writing.accepted(state, event);
            case "application.case-not-accepted.v1" -> writing.notAccepted(state, event);
            case "application.correction-requested.v1" -> writing.correctionRequested(state, event);
            case "application.case-suspended.v1" -> writing.suspended(state, event);
            case "application.case-extended.v1" -> writing.extended(state, event);
            case "application.case-decided.v1" -> writing.decided(state, event);
            case "application.case-terminated.v1" -> writing.terminated(state, event);
            case "application.result-delivered.v1" -> writing.delivered(state, event);
            default -> throw new IllegalArgumentException(event.type());
        };
    }
}
