package org.tongban.platform.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.tongban.platform.code.TrackingCode;
import org.tongban.platform.event.DomainEvent;
import org.tongban.store.EmbeddedStore;

/** Each rule is shown a class that breaks it: a rule that catches nothing looks just like one that is kept. */
final class HouseRulesTest {

    static final class AsksInstant {
        Instant time() {
            return Instant.now();
        }
    }

    static final class AsksByReference {
        Supplier<Instant> time() {
            return Instant::now;
        }
    }

    static final class AsksTheDay {
        LocalDate day() {
            return LocalDate.now(ZoneId.of("Asia/Shanghai"));
        }
    }

    static final class AsksTheMachine {
        long time() {
            return System.currentTimeMillis();
        }
    }

    @SuppressWarnings("JavaUtilDate")
    static final class AsksADate {
        Date time() {
            return new Date();
        }
    }

    static final class MakesAClock {
        Clock clock() {
            return Clock.systemUTC();
        }
    }

    @SuppressWarnings("JavaUtilDate")
    static final class IsGivenTheTime {
        Instant time(Clock clock) {
            return LocalDate.now(clock).equals(LocalDate.EPOCH) ? clock.instant() : new Date(0).toInstant();
        }
    }

    static final class EventOfTheSpringKind implements DomainEvent {
        private HttpStatus status = HttpStatus.OK;

        @Override
        public String type() {
            return "sample." + status.value() + ".v1";
        }

        @Override
        public Instant at() {
            return Instant.EPOCH;
        }
    }

    static final class TakesByField {
        @Autowired
        @Nullable
        Clock clock;
    }

    @Test
    void everyWayToAskTheMachineForTheTimeIsSeen() {
        assertBroken(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, AsksInstant.class);
        assertBroken(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, AsksByReference.class);
        assertBroken(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, AsksTheDay.class);
        assertBroken(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, AsksTheMachine.class);
        assertBroken(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, AsksADate.class);
        assertBroken(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, MakesAClock.class);
    }

    @Test
    void whoIsGivenTheClockMayAskIt() {
        assertKept(HouseRules.TIME_COMES_FROM_THE_CLOCK_BEAN, IsGivenTheTime.class);
    }

    @Test
    void anEventThatIsNoRecordAndKnowsSpringIsSeen() {
        assertBroken(HouseRules.EVENTS_ARE_RECORDS, EventOfTheSpringKind.class);
        assertBroken(HouseRules.THE_HEART_KNOWS_NO_MACHINERY, EventOfTheSpringKind.class);
    }

    @Test
    void anInjectedFieldIsSeen() {
        assertBroken(HouseRules.NO_FIELD_INJECTION, TakesByField.class);
    }

    @Test
    void aPackageWithoutAStoryIsSeen() {
        assertBroken(HouseRules.PACKAGES_ARE_FEATURES, ArrayList.class);
        assertKept(HouseRules.PACKAGES_ARE_FEATURES, TrackingCode.class);
    }

    @Test
    void aServiceMayKnowThePlatformAndNoOtherRoom() {
        ArchRule ofCatalog = HouseRules.knowsNoOtherRoomThanThePlatform("org.tongban.catalog");

        assertKept(ofCatalog, TestClock.class);
        assertBroken(ofCatalog, EmbeddedStore.class);
    }

    private static void assertBroken(ArchRule rule, Class<?> by) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(by)).hasViolation())
                .as("%s breaks: %s", by.getSimpleName(), rule.getDescription())
                .isTrue();
    }

    private static void assertKept(ArchRule rule, Class<?> by) {
        assertThat(rule.evaluate(new ClassFileImporter().importClasses(by))
                        .getFailureReport()
                        .getDetails())
                .isEmpty();
    }
}
