package org.tongban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.tongban.local.Stack;
import org.tongban.local.demo.Chain;
import org.tongban.local.http.Conversation;
import org.tongban.local.place.Refused;
import tools.jackson.databind.JsonNode;

/** Every part is killed with -9 under one load; two crash points fire; nothing acknowledged is lost or doubled. */
@Order(8)
class FaultJourneyTest {
    private static final List<String> VICTIMS =
            List.of("kafka", "store", "application", "tracking-2", "notification", "catalog", "gateway");
    /** What the stages that this journey reaches are in public. */
    private static final Map<String, String> STATUS =
            Map.of("SUBMITTED", "SUBMITTED", "ACCEPTED", "IN_PROGRESS", "GRANTED", "DONE");

    private static final int ENOUGH_BETWEEN_KILLS = 12;
    private static final long PAUSE_NANOS = 50_000_000;

    private final Stack stack = House.stack();
    private final Ledger ledger = new Ledger();
    private final AtomicBoolean over = new AtomicBoolean();

    @Test
    void nothingAcknowledgedIsLostAndNothingHappensTwice() throws Exception {
        Conversation anybody = House.anybody();
        Conversation owner = House.as("citizen1");
        ExecutorService people = Executors.newFixedThreadPool(4);
        List<Future<?>> work = List.of(
                people.submit(() -> submitFor(owner)),
                people.submit(() -> submitFor(House.as("citizen2"))),
                people.submit(() -> decide(House.as("reviewer1"))),
                people.submit(() -> scan(House.as("counter1"))));

        for (String victim : VICTIMS) {
            goOn(work);
            stack.kill(victim);
            stack.start(victim);
        }
        dieAt("application", "relay.after-send", work);
        dieAt("tracking", "inbox.after-apply", work);
        goOn(work);
        over.set(true);
        for (Future<?> each : work) {
            each.get(4, TimeUnit.MINUTES);
        }
        people.shutdown();

        House.settle();
        everyCodeIsWhole(anybody);
        everyMessageCameOnce(House.as("citizen1"), House.as("citizen2"));
    }

    private void dieAt(String part, String crashPoint, List<Future<?>> work) {
        stack.kill(part);
        House.armed(part, crashPoint).start(part);
        Soon.of(() -> stack.process(part).isEmpty(), gone -> gone);
        assertThat(work).noneMatch(Future::isDone);
        stack.start(part);
    }

    private void goOn(List<Future<?>> work) {
        int before = ledger.size();
        Soon.of(
                () -> ledger.size() - before,
                more -> more >= ENOUGH_BETWEEN_KILLS || work.stream().anyMatch(Future::isDone));
    }

    private void submitFor(Conversation self) {
        Citizen citizen = new Citizen(self);
        while (!over.get()) {
            ledger.submitted(citizen.submit());
        }
    }

    private void scan(Conversation counter) {
        Patient scanner = new Patient(counter);
        while (!over.get()) {
            if (ledger.codes().isEmpty()) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            String code = any(ledger.codes());
            Map<String, Object> scan = Scanner.scan(UUID.randomUUID().toString(), code, "ARRIVED");
            scanner.post("/api/tracking/scans", scan).expect(200, 201);
            ledger.scanned(code, scan);
        }
    }

    private void decide(Conversation reviewer) {
        Patient patient = new Patient(reviewer);
        int next = 0;
        while (!over.get()) {
            if (next >= ledger.codes().size()) {
                LockSupport.parkNanos(PAUSE_NANOS);
                continue;
            }
            String code = ledger.codes().get(next++);
            String steps = "/api/application/applications/" + code + "/cases/1/";
            patient.post(steps + "acceptance", Map.of()).expect(200);
            patient.post(
                            steps + "decision",
                            Map.of("outcome", "GRANTED", "reasons", "齐全", "result", Map.of("number", "N-" + next)))
                    .expect(200);
            ledger.decided(code);
        }
    }

    private void everyCodeIsWhole(Conversation anybody) {
        Conversation owner1 = House.as("citizen1");
        Conversation owner2 = House.as("citizen2");
        Conversation counter = House.as("counter1");
        for (String code : ledger.codes()) {
            boolean isDecided = ledger.decided().contains(code);
            JsonNode application = own(code, owner1, owner2);
            JsonNode timeline = anybody.get("/api/tracking/" + code).expect(200).json();
            assertThat(new Chain(timeline).check()).isPositive();
            assertThat(sequences(timeline, "/application"))
                    .as("what %s told, in order and once", code)
                    .containsExactlyElementsOf(upTo(timeline.path("sequence").asInt()));
            assertThat(count(timeline, "application.submitted.v1")).isEqualTo(1);
            assertThat(count(timeline, "application.case-decided.v1"))
                    .isEqualTo(isDecided || isGranted(application) ? 1 : 0);
            assertThat(count(timeline, "tracking.scan-recorded.v1"))
                    .as("scans of %s", code)
                    .isEqualTo(ledger.scansOf(code).size());
            assertThat(entriesOfScans(counter, code)).doesNotHaveDuplicates();
            assertThat(sequences(timeline, "/tracking")).doesNotHaveDuplicates();
            JsonNode shown = timeline.path("cases").path(0);
            JsonNode decided = application.path("cases").path(0);
            assertThat(shown.path("outcome").asString(""))
                    .isEqualTo(decided.path("outcome").asString(""));
            assertThat(shown.path("status").asString())
                    .isEqualTo(STATUS.get(decided.path("stage").asString()));
        }
    }

    private static boolean isGranted(JsonNode application) {
        return application.path("cases").path(0).path("outcome").asString("").equals("GRANTED");
    }

    private static JsonNode own(String code, Conversation... owners) {
        for (Conversation owner : owners) {
            var answer = owner.get("/api/application/applications/" + code);
            if (answer.status() == 200) {
                return answer.json();
            }
        }
        throw new Refused("nobody owns " + code);
    }

    private void everyMessageCameOnce(Conversation... owners) {
        List<String> told = Stream.of(owners)
                .flatMap(owner -> Inbox.all(owner).stream())
                .map(message -> told(
                        message.path("code").asString(),
                        message.path("caseNo").asString("-"),
                        message.path("type").asString()))
                .toList();

        assertThat(told).doesNotHaveDuplicates();
        assertThat(told)
                .containsAll(ledger.codes().stream()
                        .map(code -> told(code, "-", "application.submitted.v1"))
                        .toList());
        assertThat(told)
                .containsAll(ledger.decided().stream()
                        .flatMap(code -> Stream.of("application.case-accepted.v1", "application.case-decided.v1")
                                .map(type -> told(code, "1", type)))
                        .toList());
    }

    private static String told(String code, String caseNo, String type) {
        return String.join(" ", code, caseNo, type);
    }

    /** A scan that is repeated answers the entry it made the first time. */
    private List<Integer> entriesOfScans(Conversation counter, String code) {
        return ledger.scansOf(code).stream()
                .map(scanId -> counter.post("/api/tracking/scans", ledger.scan(scanId))
                        .expect(200)
                        .json()
                        .path("no")
                        .asInt())
                .toList();
    }

    private static long count(JsonNode timeline, String type) {
        return timeline.path("entries")
                .valueStream()
                .filter(entry -> entry.path("type").asString().equals(type))
                .count();
    }

    private static List<Integer> sequences(JsonNode timeline, String source) {
        return timeline.path("entries")
                .valueStream()
                .filter(entry -> entry.path("source").asString().equals(source))
                .map(entry -> entry.path("sourceSequence").asInt())
                .toList();
    }

    private static List<Integer> upTo(int last) {
        return IntStream.rangeClosed(1, last).boxed().toList();
    }

    private static String any(List<String> codes) {
        return codes.get(ThreadLocalRandom.current().nextInt(codes.size()));
    }
}
