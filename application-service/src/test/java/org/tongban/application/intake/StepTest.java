package org.tongban.application.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tongban.application.clock.Term;
import org.tongban.application.clock.Unit;
import org.tongban.platform.aggregate.Change;
import org.tongban.platform.problem.NotNow;

class StepTest {
    private static final Set<Stage> OPEN =
            EnumSet.of(Stage.WAITING, Stage.SUBMITTED, Stage.CORRECTION_REQUESTED, Stage.ACCEPTED, Stage.SUSPENDED);

    @Test
    void onlyDeliveryFollowsAFinalStage() {
        for (Step step : Step.values()) {
            for (Stage stage : Stage.values()) {
                boolean follows = step.from(stage).isPresent();
                boolean isDecided = stage == Stage.GRANTED || stage == Stage.REFUSED;
                boolean mayFollow = !stage.isFinal() || (step == Step.DELIVERY && isDecided);
                assertThat(!follows || mayFollow).as("%s from %s", step, stage).isTrue();
            }
        }
    }

    @Test
    void whatIsOpenIsWhatTheContractSays() {
        assertThat(Stage.values())
                .allSatisfy(stage -> assertThat(stage.isFinal()).isEqualTo(!OPEN.contains(stage)));
    }

    @Test
    void everyStageButTheFirstIsReachedByAStep() {
        Set<Stage> reached = EnumSet.noneOf(Stage.class);
        for (Step step : Step.values()) {
            Arrays.stream(Stage.values())
                    .flatMap(stage -> step.from(stage).stream())
                    .forEach(reached::add);
        }

        assertThat(reached).isEqualTo(EnumSet.complementOf(EnumSet.of(Stage.WAITING)));
    }

    /** Every step from every stage, on a real application: it goes where the table says, or is refused aloud. */
    @ParameterizedTest
    @EnumSource(Stage.class)
    void theAggregateDoesWhatTheTableSays(Stage stage) {
        int no = stage == Stage.WAITING || stage == Stage.TERMINATED ? 2 : 1;
        Application application = Samples.at(stage, no);
        assertThat(Samples.stage(application, no)).isEqualTo(stage);

        actions(Samples.turn(application, no)).forEach((step, action) -> {
            if (step.from(stage).isEmpty()) {
                assertThatThrownBy(action::take)
                        .as("%s from %s", step, stage)
                        .isInstanceOf(NotNow.class)
                        .hasMessageContaining("is " + stage + " and cannot");
            } else {
                Change<Application> change = action.take();
                assertThat(Samples.stage(change.next(), no))
                        .isEqualTo(step.from(stage).orElseThrow());
                assertThat(change.events().get(0).type()).isEqualTo(step.tells());
            }
        });
    }

    private interface Action {
        Change<Application> take();
    }

    private static Map<Step, Action> actions(Turn turn) {
        Desk desk = new Desk(turn);
        Course course = new Course(turn);
        Map<Step, Action> actions = new EnumMap<>(Step.class);
        actions.put(Step.CLAIM, desk::claim);
        actions.put(Step.ACCEPTANCE, () -> desk.accept(() -> "1"));
        actions.put(Step.NO_LICENCE_NEEDED, () -> desk.notAccept(NonAcceptance.Kind.NOT_REQUIRED, "无需许可", null));
        actions.put(Step.NON_ACCEPTANCE, () -> desk.notAccept(NonAcceptance.Kind.NOT_OURS, "不属于本机关", "岳池县"));
        actions.put(Step.CORRECTION_NOTICE, () -> desk.requestCorrection(Samples.failing("r3")));
        actions.put(Step.CORRECTION_ANSWER, () -> desk.answerCorrection(List.of(Samples.premises())));
        actions.put(Step.HAND_IN, () -> desk.handIn(List.of(Samples.premises())));
        actions.put(Step.SUSPENSION, () -> course.suspend("听证", new Term(20, Unit.WORKING_DAY)));
        actions.put(Step.RESUMPTION, course::resume);
        actions.put(Step.EXTENSION, () -> course.extend(new Term(3, Unit.WORKING_DAY), "情形复杂", "负责人"));
        actions.put(Step.GRANT, () -> course.grant(null, null, null));
        actions.put(Step.REFUSAL, () -> course.refuse("不符合条件"));
        actions.put(Step.DELIVERY, () -> course.deliver(Delivery.Method.POST));
        return actions;
    }

    @Test
    void everyStepOfStaffAndOwnerIsWalked() {
        Set<Step> byOthers = EnumSet.of(Step.RELEASE, Step.TERMINATION, Step.WITHDRAWAL);
        Set<Step> walked = actions(Samples.turn(Samples.submitted(), 1)).keySet();

        assertThat(Stream.concat(walked.stream(), byOthers.stream())).containsExactlyInAnyOrder(Step.values());
    }
}
