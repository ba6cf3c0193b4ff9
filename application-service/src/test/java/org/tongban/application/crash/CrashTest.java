package org.tongban.application.crash;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.core.ConditionFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.tongban.application.bag.Submitting;
import org.tongban.application.document.Document;
import org.tongban.application.document.Uploading;
import org.tongban.application.intake.Application;
import org.tongban.application.intake.Applications;
import org.tongban.application.intake.Custody;
import org.tongban.application.intake.Intake;
import org.tongban.application.intake.Samples;
import org.tongban.application.intake.Stage;
import org.tongban.application.intake.Submission;
import org.tongban.platform.aggregate.Stored;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.Envelope;
import org.tongban.platform.event.EventWire;
import org.tongban.platform.event.Source;
import org.tongban.platform.idempotency.Answer;
import org.tongban.platform.kit.Broker;
import org.tongban.platform.kit.Fork;
import org.tongban.platform.kit.TestClock;
import org.tongban.platform.kit.TestStore;

/**
 * At every gap between store, broker and offset the process really halts; ten minutes later another instance opens on
 * the same store and broker, and in the end nothing is lost and nothing has happened twice.
 */
final class CrashTest {
    private static final Source APPLICATION = new Source("application");
    private static final Source TRACKING = new Source("tracking");
    /** From then on a sweeper looks after what is unfinished. */
    private static final Duration STUCK = Duration.ofMinutes(1);

    private static final Duration LATER = Duration.ofMinutes(10);
    private static final String SUBMITTED = "application.submitted.v1";
    private static final String ACCEPTED = "application.case-accepted.v1";

    private final Broker broker = Broker.shared();
    private final TestStore store = TestStore.open();
    private final TestClock clock = new TestClock();
    private final TrackingCode code = TrackingCode.draw(new SecureRandom());
    private final String owner = "citizen-" + code.value();
    private final Applications applications = Samples.applications(store.database(), clock);

    @AfterEach
    void close() {
        store.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "submission.after-freeze",
                "store.after-write",
                "submission.after-insert",
                "idempotency.before-answer",
                "relay.after-send"
            })
    void aSubmissionIsFinishedAndToldOnce(String point) {
        Submitting.fullBag(store.database(), clock, code);

        dieAt(point, "submit", "b1");
        reopened(house -> {
            assertThat(settled()).extracting(Envelope::type).containsExactly(SUBMITTED);
            Answer repeated = Submitting.submit(house, "b1");
            assertThat(repeated.status()).isEqualTo(201);
            assertThat(repeated.body()).contains(code.display());
        });

        assertThat(Submitting.isUnderWay(store.database(), clock, "b1")).isFalse();
        assertThat(settled()).extracting(Envelope::type).containsExactly(SUBMITTED);
    }

    @Test
    void aSweeperThatDiesInASubmissionLeavesItToTheNext() {
        Submitting.frozenBag(store.database(), clock, code);

        dieAt("submission.after-insert", "nothing", "");
        reopened(house ->
                eventually().until(() -> Boolean.FALSE.equals(Submitting.isUnderWay(store.database(), clock, "b1"))));

        assertThat(settled()).extracting(Envelope::type).containsExactly(SUBMITTED);
    }

    @Test
    void aSweeperThatDiesBetweenBrokerAndStoreTellsNothingAnew() {
        received(Samples.bag(code, owner, "511602"));

        dieAt("relay.after-send", "nothing", "");
        reopened(house -> assertThat(settled()).extracting(Envelope::type).containsExactly(SUBMITTED));
    }

    @ParameterizedTest
    @ValueSource(strings = {"store.after-write", "result.before-issue", "document.after-content", "result.after-issue"})
    void aGrantGivesItsOwnerOneDocument(String point) {
        received(Samples.bag(code, owner, "511602"));
        applications.change(code, application -> Samples.accept(application, 1));

        dieAt(point, "grant", code.value());
        reopened(house -> {
            eventually().until(() -> read().issuing() == null);
            assertThat(Granting.grant(house, code).status()).isEqualTo(200);
        });

        List<Document> documents = Uploading.ofOwner(store.database(), owner);
        assertThat(documents).extracting(Document::kind).containsExactly("individual-business-licence");
        assertThat(read().requirement("r5").orElseThrow().documentIds())
                .containsExactly(documents.get(0).documentId());
        assertThat(stages()).containsExactly(Stage.GRANTED, Stage.SUBMITTED, Stage.SUBMITTED);
        assertThat(settled())
                .extracting(Envelope::type)
                .containsExactly(SUBMITTED, ACCEPTED, "application.case-decided.v1", "application.case-submitted.v1");
    }

    @Test
    void aSweeperThatDiesInAGrantLeavesItToTheNext() {
        received(Samples.bag(code, owner, "511602"));
        applications.change(code, application -> Samples.grant(application, 1));

        die(STUCK, "result.after-issue", "nothing", "");
        reopened(house -> eventually().until(() -> read().issuing() == null));

        assertThat(Uploading.ofOwner(store.database(), owner)).hasSize(1);
    }

    @Test
    void aScanMovesItsPaperOnce() {
        received(Samples.bag(code, owner, "511602"));
        broker.send(scan());

        dieAt("inbox.after-apply", "nothing", "");
        reopened(house -> {
            eventually().until(() -> broker.unheard("application-service", TRACKING.topic()) == 0);
            assertThat(settled())
                    .extracting(Envelope::type)
                    .containsExactly(SUBMITTED, "application.custody-changed.v1");
        });

        assertThat(read().piece("r2").custody()).isEqualTo(Custody.HELD);
    }

    @Test
    void silenceIsAnAcceptanceOnce() {
        Submission bag = Samples.bag(code, owner, "511602");
        received(new Submission(
                code,
                owner,
                bag.listNo(),
                bag.division(),
                bag.applicant(),
                TestClock.START.minus(Duration.ofDays(30)),
                bag.matters(),
                bag.requirements()));

        dieAt("store.after-write", "nothing", "");
        reopened(house ->
                assertThat(settled()).extracting(Envelope::type).containsExactly(SUBMITTED, ACCEPTED, ACCEPTED));

        assertThat(stages()).containsExactly(Stage.ACCEPTED, Stage.WAITING, Stage.ACCEPTED);
    }

    @Test
    void anUploadRepeatedUnderItsKeyIsOneDocument() {
        dieAt("document.after-content", "upload", owner);
        reopened(house -> assertThat(Uploading.upload(house, owner).status()).isEqualTo(201));

        assertThat(Uploading.ofOwner(store.database(), owner)).hasSize(1);
    }

    /** An application that came in a day ago and whose events are still to be told. */
    private void received(Submission bag) {
        clock.tick(Duration.ofDays(-1));
        assertThat(new Intake(applications, Samples.CLOCK).open(bag)).isTrue();
    }

    private void dieAt(String point, String action, String subject) {
        die(Duration.ZERO, point, action, subject);
    }

    private void die(Duration late, String point, String action, String subject) {
        List<String> arguments = new ArrayList<>(List.of(late.toString(), action, subject));
        arguments.addAll(settings());
        new Fork(Doomed.class).dieAt(point, arguments.toArray(String[]::new));
    }

    private void reopened(Consumer<ConfigurableApplicationContext> visit) {
        try (ConfigurableApplicationContext house = House.open(LATER, settings())) {
            visit.accept(house);
        }
    }

    private List<String> settings() {
        return House.settings(TestStore.uri(), store.database().getName(), broker.address());
    }

    /** What was told, once all is told and put behind; the numbers have no gap. */
    private List<Envelope> settled() {
        eventually()
                .until(() -> applications.find(code).isPresent()
                        && !stored().document().containsKey("pendingSince"));
        List<Envelope> told = broker.told(APPLICATION, code.value());
        for (int i = 0; i < told.size(); i++) {
            assertThat(told.get(i).sequence()).isEqualTo(i + 1);
        }
        assertThat(told).hasSize((int) stored().told(APPLICATION));
        return told;
    }

    private ProducerRecord<String, byte[]> scan() {
        return EventWire.write(TRACKING, code.value(), 1, "tracking.scan-recorded.v1", TestClock.START, """
                {"scanId": "s1", "action": "ORIGINALS_RECEIVED", "items": [{"rid": "r2"}],
                 "occurredAt": "2026-11-22T02:00:00Z", "actor": "p1"}""");
    }

    /** Long enough for a machine that is busy with other things. */
    private static ConditionFactory eventually() {
        return await().atMost(Duration.ofMinutes(1));
    }

    private Stored<Application> stored() {
        return applications.find(code).orElseThrow();
    }

    private Application read() {
        return stored().state();
    }

    private List<Stage> stages() {
        return read().cases().stream().map(each -> each.stage()).toList();
    }
}
