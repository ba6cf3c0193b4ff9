package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tongban.platform.event.DomainEvent;
import org.tongban.platform.kit.Contracts;

class ContractTest {
    private static final Instant AT = Instant.parse("2026-11-23T02:11:09Z");
    private static final Instant NEXT_DAY = Instant.parse("2026-11-24T02:11:09Z");
    private static final Instant THURSDAY = Instant.parse("2026-11-26T02:11:09Z");
    private static final String SCAN = "0b1f8a52-5d0b-4a57-9a4e-3f9a8f1d2c77";

    @ParameterizedTest
    @MethodSource("events")
    void writesTheAgreedShape(DomainEvent event) {
        assertThat(Contracts.written(event)).isEqualTo(Contracts.sample(event.type()));
    }

    static Stream<DomainEvent> events() {
        return Stream.of(
                submitted(),
                new ApplicationEvent.CaseSubmitted(2, Stage.SUBMITTED, List.of(1), AT),
                new ApplicationEvent.CaseTerminated(2, Stage.TERMINATED, 1, AT),
                new ApplicationEvent.CaseClaimed(2, Stage.SUBMITTED, AT),
                accepted(),
                new ApplicationEvent.CaseNotAccepted(
                        2, Stage.NOT_ACCEPTED, NonAcceptance.Kind.NOT_OURS, "岳池县市场监督管理局", AT),
                new ApplicationEvent.CorrectionRequested(2, Stage.CORRECTION_REQUESTED, List.of("r3", "r4"), 2, AT),
                new ApplicationEvent.CorrectionAnswered(
                        2,
                        Stage.SUBMITTED,
                        List.of("r3", "r4"),
                        List.of(new ApplicationEvent.Expected("r4", "经营场所相关文件", null, null, List.of(1, 2))),
                        NEXT_DAY),
                new ApplicationEvent.CaseSuspended(
                        2, Stage.SUSPENDED, "专家评审", new ApplicationEvent.Length(5, "工作日"), NEXT_DAY),
                new ApplicationEvent.CaseResumed(
                        2, Stage.ACCEPTED, due("2026-12-08"), day("2026-12-04"), day("2026-12-09"), THURSDAY),
                new ApplicationEvent.CaseExtended(
                        2,
                        Stage.ACCEPTED,
                        new ApplicationEvent.Length(10, "工作日"),
                        due("2026-12-18"),
                        day("2026-12-14"),
                        day("2026-12-19"),
                        THURSDAY),
                new ApplicationEvent.CaseDecided(
                        1,
                        Stage.GRANTED,
                        Outcome.GRANTED,
                        List.of(new ResultKind("individual-business-licence", "organisation")),
                        AT),
                new ApplicationEvent.ResultDelivered(
                        1,
                        Stage.DELIVERED,
                        Outcome.GRANTED,
                        Delivery.Method.COUNTER,
                        Instant.parse("2026-11-25T02:11:09Z")),
                new ApplicationEvent.Withdrawn(2, Stage.WITHDRAWN, NEXT_DAY),
                new ApplicationEvent.RequestBeyondListRefused(2, Stage.SUBMITTED, Samples.MARKET, List.of("r1"), 1, AT),
                new ApplicationEvent.CustodyChanged(
                        "r2", Custody.HELD, SCAN, List.of(), Instant.parse("2026-11-23T03:00:00Z")),
                new ApplicationEvent.ScanDisputed(
                        "0b1f8a52-5d0b-4a57-9a4e-3f9a8f1d2c78",
                        "r2",
                        ScanDispute.NOT_HELD,
                        Instant.parse("2026-11-23T03:00:00Z")));
    }

    private static DomainEvent submitted() {
        return new ApplicationEvent.Submitted(
                "5a0f2b7e-0c5d-4c39-9d55-3f6a3b1f0c01",
                "L-511602-20261122-7KQ2M9XT",
                new Division("511602", "广安区"),
                "自然人",
                List.of(
                        new ApplicationEvent.Opened(
                                1, "mr-individual-establish", "个体工商户设立登记", Samples.MARKET, Stage.SUBMITTED, List.of()),
                        new ApplicationEvent.Opened(
                                2, "mr-food-operation-new", "食品经营许可（新办）", Samples.MARKET, Stage.WAITING, List.of(1))),
                List.of(new ApplicationEvent.Expected("r2", "经营者身份证明", 1, null, List.of(1))),
                Samples.NOW);
    }

    private static DomainEvent accepted() {
        return new ApplicationEvent.CaseAccepted(
                2,
                Stage.ACCEPTED,
                "511602-市场监管-2026-000001",
                Samples.NOW,
                false,
                due("2026-12-04"),
                day("2026-12-02"),
                day("2026-12-05"),
                Samples.NOW);
    }

    private static ApplicationEvent.Due due(String day) {
        return new ApplicationEvent.Due(day(day), null, false);
    }

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }
}
